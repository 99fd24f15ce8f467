import { evictDurableObject } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { Begun, SessionState, SocketReply } from '../../workers/contract/sessions.ts';
import { answersOf, api, begin, definitionIn, ORIGIN, send, stubOf } from '../testing/takers.ts';

const dial = (id: string, protocols: string, headers: Record<string, string> = {}) =>
  exports.default.fetch(`${ORIGIN}/api/v1/sessions/${id}/socket`, {
    headers: { upgrade: 'websocket', 'sec-websocket-protocol': protocols, ...headers },
  });

async function connect(session: Begun, headers?: Record<string, string>) {
  const response = await dial(session.id, `teto-egen.v1, ${session.secret}`, headers);
  if (response.status !== 101 || !response.webSocket) throw new Error(`${response.status}`);
  expect(response.headers.get('sec-websocket-protocol')).toBe('teto-egen.v1');
  const socket = response.webSocket;
  const replies: string[] = [];
  let arrived: (() => void) | null = null;
  socket.addEventListener('message', ({ data }) => {
    replies.push(String(data));
    arrived?.();
  });
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', ({ code }) => resolve(code)),
  );
  socket.accept();
  const ask = async (message: unknown): Promise<string> => {
    socket.send(
      typeof message === 'string' || message instanceof ArrayBuffer ? message : JSON.stringify(message),
    );
    while (replies.length === 0) {
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
    return replies.shift() ?? '';
  };
  return { ask, socket, closed };
}

const parsed = (reply: string): SocketReply => JSON.parse(reply);

it('stores and acknowledges over a socket, before and after hibernation', async () => {
  const session = await begin();
  const answers = answersOf(await definitionIn(), session);
  const { ask, socket } = await connect(session, { origin: ORIGIN });
  expect(await ask('ping')).toBe('pong');
  const say = async (from: number, to: number) =>
    parsed(await ask({ type: 'answers', answers: answers.slice(from, to) }));
  expect(await say(0, 3)).toEqual({ type: 'ack', seq: 3 });
  await evictDurableObject(stubOf(session.id));
  expect(await say(0, 5)).toEqual({ type: 'ack', seq: 5 });
  expect(await say(9, 11)).toEqual({ type: 'problem', code: 'seq_gap', field: 'answers.0.seq', expected: 6 });
  await evictDurableObject(stubOf(session.id));
  expect(await ask('ping')).toBe('pong');
  await send(session, answers.slice(5, 7));
  expect(await say(7, answers.length)).toEqual({ type: 'ack', seq: answers.length });
  socket.close(1000);
  const { body } = await api<SessionState>('GET', `/sessions/${session.id}`, session);
  expect(body.answers).toEqual(answers.map(({ seq: _, ...answer }) => answer));
});

it('answers a bad message with a problem and stays open', async () => {
  const session = await begin();
  const { ask } = await connect(session);
  const bad: [unknown, string][] = [
    ['{"type":', 'malformed_json'],
    ['null', 'invalid_field'],
    [{ type: 'answers' }, 'invalid_field'],
    [{ type: 'drop', answers: [] }, 'invalid_field'],
    [
      { type: 'answers', answers: [{ seq: 1, item: 'x', category: 1, ms: 1, __proto__: 1, role: 'x' }] },
      'invalid_field',
    ],
    [{ type: 'answers', answers: [{ seq: 1, item: 'nobody', category: 1, ms: 1 }] }, 'unknown_item'],
    ['x'.repeat(17_000), 'body_too_large'],
    [new ArrayBuffer(8), 'unsupported_media_type'],
  ];
  for (const [message, code] of bad)
    expect(parsed(await ask(message))).toMatchObject({ type: 'problem', code });
  const [first] = answersOf(await definitionIn(), session);
  expect(parsed(await ask({ type: 'answers', answers: [first] }))).toEqual({ type: 'ack', seq: 1 });
});

it('opens only for the secret, a page of ours and a real upgrade', async () => {
  const session = await begin();
  const good = `teto-egen.v1, ${session.secret}`;
  const refusal = async (response: Response) => (await response.json<{ code: string }>()).code;
  expect(await refusal(await dial(session.id, 'teto-egen.v1'))).toBe('secret_required');
  expect(await refusal(await dial(session.id, session.secret))).toBe('secret_required');
  expect(await refusal(await dial(session.id, `teto-egen.v1, ${'A'.repeat(43)}`))).toBe('secret_wrong');
  expect(await refusal(await dial('f'.repeat(64), good))).toBe('session_not_found');
  expect(await refusal(await dial(session.id, good, { origin: 'https://evil.example' }))).toBe(
    'origin_not_allowed',
  );
  expect(await refusal(await dial(session.id, good, { upgrade: 'h2c' }))).toBe('upgrade_required');
});

it('ends its sockets when the session is deleted', async () => {
  const session = await begin();
  const { closed } = await connect(session);
  expect((await api('DELETE', `/sessions/${session.id}`, session)).status).toBe(204);
  expect(await closed).toBe(1000);
});
