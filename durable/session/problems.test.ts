import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { SessionState } from '../../workers/contract/sessions.ts';
import { answered, answersOf, api, begin, definitionIn, finish, send } from '../testing/takers.ts';

const entry = (seq: number, item: string, category = 1) => ({ seq, item, category, ms: 2000 });
const definition = await definitionIn();
const [a = '', b = '', c = ''] = definition.items.map(({ id }) => id);

describe('a batch that cannot be stored stores none of it', () => {
  const cases: [string, unknown[], { status: number; code: string; field: string; expected?: number }][] = [
    [
      'unknown item',
      [entry(2, b), entry(3, 'x_1')],
      { status: 422, code: 'unknown_item', field: 'answers.1.item' },
    ],
    [
      'category',
      [entry(2, b, 5)],
      { status: 422, code: 'category_out_of_range', field: 'answers.0.category' },
    ],
    [
      'gap',
      [entry(2, b), entry(4, c)],
      { status: 409, code: 'seq_gap', field: 'answers.1.seq', expected: 2 },
    ],
    [
      'conflict',
      [entry(1, a, 3)],
      { status: 409, code: 'seq_conflict', field: 'answers.0.seq', expected: 2 },
    ],
    [
      'conflict in itself',
      [entry(2, b), entry(2, c)],
      { status: 409, code: 'seq_conflict', field: 'answers.1.seq' },
    ],
    [
      'too large',
      Array.from({ length: 51 }, (_, i) => entry(i + 2, b)),
      { status: 413, code: 'batch_too_large', field: 'answers' },
    ],
    [
      'negative category',
      [entry(2, b, -1)],
      { status: 422, code: 'invalid_field', field: 'answers.0.category' },
    ],
    ['seq 0', [entry(0, b)], { status: 422, code: 'invalid_field', field: 'answers.0.seq' }],
    ['fraction', [entry(2, b, 1.5)], { status: 422, code: 'invalid_field', field: 'answers.0.category' }],
    ['empty', [], { status: 422, code: 'invalid_field', field: 'answers' }],
    [
      'extra field',
      [{ ...entry(2, b), score: 9 }],
      { status: 422, code: 'invalid_field', field: 'answers.0.score' },
    ],
  ];
  it.each(cases)('%s', async (_, batch, { status, ...problem }) => {
    const session = await begin();
    expect((await send(session, [entry(1, a)])).status).toBe(200);
    const refused = await send(session, batch);
    expect(refused.status).toBe(status);
    expect(refused.body).toMatchObject(problem);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    const { body } = await api<SessionState>('GET', `/sessions/${session.id}`, session);
    expect(body).toMatchObject({ seq: 1, answers: [{ item: a, category: 1, ms: 2000 }] });
  });
});

it('takes a re-sent batch for what it is, also when it grew', async () => {
  const session = await begin();
  await send(session, [entry(1, a), entry(2, b)]);
  expect((await send(session, [entry(1, a), entry(2, b)])).body).toMatchObject({ seq: 2 });
  expect((await send(session, [entry(2, b), entry(3, c), entry(3, c)])).body).toMatchObject({ seq: 3 });
  const { body } = await api<SessionState>('GET', `/sessions/${session.id}`, session);
  expect(body.answers.map(({ item }) => item)).toEqual([a, b, c]);
});

it('accepts a batch as large as the contract says', async () => {
  const session = await begin();
  const batch = Array.from({ length: 50 }, (_, i) => entry(i + 1, definition.items[i % 40]!.id));
  expect((await send(session, batch)).body).toMatchObject({ seq: 50 });
});

it('refuses a body that is not JSON, not declared as JSON or far too large', async () => {
  const { id, secret } = await begin();
  const post = (body: string, type = 'application/json') =>
    api('POST', `/sessions/${id}/answers`, { secret, body, headers: { 'content-type': type } });
  expect((await post('{"answers":[')).body).toMatchObject({ status: 400, code: 'malformed_json' });
  expect((await post('{}', 'text/plain')).body).toMatchObject({
    status: 415,
    code: 'unsupported_media_type',
  });
  expect((await post(' '.repeat(40_000))).body).toMatchObject({ status: 413, code: 'body_too_large' });
});

it('asks every route of a session for its secret', async () => {
  const session = await begin();
  const routes: [string, string, unknown?][] = [
    ['GET', ''],
    ['POST', '/answers', { answers: [entry(1, a)] }],
    ['POST', '/complete', {}],
    ['DELETE', ''],
  ];
  for (const [method, path, body] of routes) {
    const ask = (secret?: string) =>
      api(method, `/sessions/${session.id}${path}`, { ...(secret && { secret }), ...(body ? { body } : {}) });
    expect((await ask()).body, `${method} ${path}`).toMatchObject({ status: 401, code: 'secret_required' });
    expect((await ask('A'.repeat(43))).body).toMatchObject({ status: 403, code: 'secret_wrong' });
  }
  const { body } = await api<SessionState>('GET', `/sessions/${session.id}`, session);
  expect(body.seq).toBe(0);
});

it('knows no session it did not begin, and leaves nothing behind for asking', async () => {
  const secret = 'A'.repeat(43);
  const foreign = 'f'.repeat(64);
  expect((await api('GET', `/sessions/${foreign}`, { secret })).body).toMatchObject({
    status: 404,
    code: 'session_not_found',
  });
  const never = env.SESSIONS.newUniqueId();
  expect((await api('GET', `/sessions/${never}`, { secret })).body).toMatchObject({
    code: 'session_not_found',
  });
  expect((await api('GET', '/sessions/abc', { secret })).body).toMatchObject({ code: 'invalid_field' });
});

it('completes only with enough answers, and then takes no more', async () => {
  const session = await begin({ mode: 'quick' });
  const answers = answersOf(definition, session);
  const scored = (count: number) => {
    let n = 0;
    return answers.findIndex(
      ({ item }) => !definition.items.find(({ id }) => id === item)?.pretest && ++n === count,
    );
  };
  const enough = scored(definition.modes.quick.min);
  await send(session, answers.slice(0, enough));
  expect((await finish(session)).body).toMatchObject({ status: 409, code: 'too_few_answers' });
  await send(session, answers.slice(0, enough + 1));
  expect((await finish(session)).status).toBe(200);
  expect((await send(session, answers.slice(0, enough + 1))).status).toBe(200);
  const more = entry(enough + 2, a);
  expect((await send(session, [more])).body).toMatchObject({ status: 409, code: 'session_completed' });
});

it('begins only what is published', async () => {
  const start = (assessment: string, body: unknown) =>
    api('POST', `/assessments/${assessment}/sessions`, { body });
  expect((await start('nobody', { language: 'ko' })).body).toMatchObject({ code: 'assessment_not_found' });
  expect((await start('teto-egen', { language: 'fr' })).body).toMatchObject({ code: 'version_not_found' });
  expect((await start('teto-egen', { language: 'ko', version: 99 })).body).toMatchObject({
    code: 'version_not_found',
  });
  expect((await start('teto-egen', { language: 'ko', seed: 'xyz' })).body).toMatchObject({ field: 'seed' });
  expect((await start('teto-egen', { language: 'ko', role: 'admin' })).body).toMatchObject({
    code: 'invalid_field',
  });
});

it('tells no difference between a deleted session and one that never was', async () => {
  const session = await answered();
  expect((await api('DELETE', `/sessions/${session.id}`, session)).status).toBe(204);
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/complete'],
    ['DELETE', ''],
  ] as const) {
    const { body } = await api(method, `/sessions/${session.id}${path}`, { secret: session.secret });
    expect(body).toMatchObject({ status: 404, code: 'session_not_found' });
  }
});

it('limits what one session may write, and no other', async () => {
  const [session, other] = [await begin(), await begin()];
  const batch = [entry(1, a)];
  const statuses: number[] = [];
  for (let i = 0; i < 260 && !statuses.includes(429); i++) statuses.push((await send(session, batch)).status);
  const refused = await send(session, batch);
  expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(statuses.length).toBeGreaterThan(200);
  expect((await send(other, batch)).status).toBe(200);
  const stranger = { ...other, secret: session.secret };
  for (let i = 0; i < 250; i++) expect((await send(stranger, batch)).status).toBe(403);
  expect((await send(other, batch)).status).toBe(200);
});
