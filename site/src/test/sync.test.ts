import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AnswerEntry } from '../../../workers/contract/sessions.ts';
import type { TestSession } from './session.ts';
import { createSync, type Sync } from './sync.ts';

type Reply = [status: number, body: unknown];
interface Call {
  method: string;
  path: string;
  body: { answers?: AnswerEntry[]; seed?: string };
}

let calls: Call[];
let session: TestSession;
let states: string[];
let retired: number;
let sync: Sync;
/** The server: it keeps the seq stored and counts sessions; `fault` may answer in its stead. */
let server: { stored: number; sessions: number; fault: (call: Call) => Reply | undefined };

const problem = (status: number, code: string, expected?: number): Reply => [status, { code, expected }];

function reply(call: Call): Reply {
  const fault = server.fault(call);
  if (fault) return fault;
  if (call.method === 'DELETE') return [204, null];
  if (call.path.endsWith('/complete'))
    return [200, { profile: { id: 'p', slug: 's' }, score: {}, saved: true }];
  if (call.path.endsWith('/answers')) {
    server.stored = call.body.answers?.at(-1)?.seq ?? server.stored;
    return [200, { seq: server.stored }];
  }
  server.stored = 0;
  return [201, { id: `id${++server.sessions}`, secret: 'secret', seq: 0 }];
}

class NoSocket {
  onclose?: () => void;
  constructor() {
    queueMicrotask(() => this.onclose?.());
  }
  close(): void {}
}

beforeEach(() => {
  vi.useFakeTimers();
  calls = [];
  states = [];
  retired = 0;
  server = { stored: 0, sessions: 0, fault: () => undefined };
  vi.stubGlobal('WebSocket', NoSocket);
  vi.stubGlobal('location', { href: 'http://site/test' });
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('navigator', { onLine: true });
  const target = new EventTarget();
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const call = {
      method: init.method ?? '',
      path: url,
      body: JSON.parse(String(init.body ?? '{}')) as Call['body'],
    };
    calls.push(call);
    const [status, body] = reply(call);
    if (status === 0) throw new TypeError('network');
    return new Response(body === null ? null : JSON.stringify(body), { status });
  });
  session = { assessment: 'x', version: 1, language: 'ko', mode: 'default', seed: 'f00d', log: [], acked: 0 };
  sync = createSync({
    session: () => session,
    keep: (next) => {
      session = next;
    },
    state: (state) => states.push(state),
    retired: () => {
      retired++;
    },
  });
});
afterEach(() => {
  sync.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Nothing is told while the record waits. */
const nobody = () => Promise.reject(new Error('no result should be pending'));

function give(count: number): void {
  for (let i = 0; i < count; i++) {
    const seq = session.log.length + 1;
    session.log.push({ seq, item: `i${seq}`, category: 1, ms: 1000 });
  }
  sync.poke();
}
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const sent = () =>
  calls
    .filter(({ path }) => path.endsWith('/answers'))
    .map(({ body }) => body.answers?.map(({ seq }) => seq));

it('begins a session with the first answer only, once, and sends nothing twice', async () => {
  sync.poke();
  await settle();
  expect(calls).toEqual([]);
  give(1);
  await settle();
  give(2);
  await settle();
  expect(server.sessions).toBe(1);
  expect(calls[0]?.body.seed).toBe('f00d');
  expect(sent()).toEqual([[1], [2, 3]]);
  expect(session.acked).toBe(3);
});

it('sends long logs in batches of fifty', async () => {
  give(120);
  await settle();
  expect(sent().map((batch) => batch?.length)).toEqual([50, 50, 20]);
});

it('waits longer and longer while the server is away, says so, and loses nothing', async () => {
  server.fault = () => [0, null];
  give(3);
  await settle(20_000);
  const tries = calls.length;
  expect(tries).toBeGreaterThan(2);
  expect(tries).toBeLessThan(12);
  expect(states).toContain('waiting');
  server.fault = () => undefined;
  await settle(31_000);
  expect(sent()).toEqual([[1, 2, 3]]);
  expect(states.at(-1)).toBe('ok');
});

it.each(['session_not_found', 'secret_wrong', 'seq_conflict'])(
  'after %s everything goes to a new session',
  async (code) => {
    give(2);
    await settle();
    server.fault = ({ path }) => (path.includes('id1/') ? problem(404, code) : undefined);
    give(1);
    await settle(100);
    expect(session.remote?.id).toBe('id2');
    expect(sent().at(-1)).toEqual([1, 2, 3]);
    expect(session.acked).toBe(3);
  },
);

it('after a gap it goes on from the number the server expects', async () => {
  give(5);
  await settle();
  let once = true;
  server.fault = ({ path }) => {
    if (!once || !path.endsWith('/answers')) return undefined;
    once = false;
    return problem(409, 'seq_gap', 3);
  };
  give(1);
  await settle(100);
  expect(sent().at(-1)).toEqual([3, 4, 5, 6]);
});

it('a session already complete elsewhere is completed again for its result', async () => {
  give(2);
  await settle();
  server.fault = ({ path }) => (path.endsWith('/answers') ? problem(409, 'session_completed') : undefined);
  give(1);
  await settle(100);
  const done = sync.complete('none', nobody);
  await settle(100);
  expect((await done).profile.slug).toBe('s');
});

it('completes only after the last answer is stored, and keeps trying', async () => {
  let refusals = 2;
  server.fault = ({ path }) =>
    path.endsWith('/complete') && refusals-- > 0 ? problem(503, 'unavailable') : undefined;
  give(14);
  const done = sync.complete('female', nobody);
  await settle(10_000);
  expect((await done).saved).toBe(true);
  expect(calls.at(-1)?.path).toBe('/api/v1/sessions/id1/complete');
  expect(sent()).toEqual([Array.from({ length: 14 }, (_, i) => i + 1)]);
});

it('hands out a result whose record waits, and asks until it is stored', async () => {
  let waits = 3;
  server.fault = ({ path }) =>
    path.endsWith('/complete') && waits-- > 0
      ? [200, { profile: { id: 'p', slug: 's' }, score: {}, saved: false }]
      : undefined;
  const pending: unknown[] = [];
  give(14);
  const done = sync.complete('none', async ({ profile, saved }) => void pending.push([profile.slug, saved]));
  await settle(60_000);
  expect(pending).toEqual(Array(3).fill(['s', false]));
  expect(await done).toMatchObject({ saved: true });
  expect(calls.filter(({ path }) => path.endsWith('/complete'))).toHaveLength(4);
});

it('a result deleted while its record waits is not sent anew', async () => {
  server.fault = ({ path }) => (path.endsWith('/complete') ? problem(404, 'session_not_found') : undefined);
  give(14);
  await settle();
  session.completed = true;
  sync.complete('none', nobody).catch(() => {});
  await settle(60_000);
  expect(server.sessions).toBe(1);
});

it('a version the server no longer serves stops the sending and tells the page', async () => {
  server.fault = () => problem(404, 'version_not_found');
  give(1);
  await settle(60_000);
  expect(retired).toBe(1);
  expect(calls).toHaveLength(1);
});

it('a problem that no mending helps is not asked about without pause', async () => {
  server.fault = ({ path }) => (path.endsWith('/answers') ? problem(404, 'session_not_found') : undefined);
  give(1);
  await settle(2000);
  expect(calls.length).toBeLessThan(20);
});
