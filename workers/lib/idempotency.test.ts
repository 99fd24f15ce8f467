import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { AppEnv } from '../context.ts';
import { testContext } from '../testing/people.ts';
import { once } from './idempotency.ts';
import { Problem, problemResponse } from './problem.ts';

let runs = 0;
let fate: 'works' | 'refuses' | 'breaks' = 'works';
const app = new Hono<AppEnv>()
  .use(async (c, next) => {
    c.set('ctx', testContext());
    await next();
  })
  .post(
    '/',
    (c, next) => once(c, 'try', next),
    async (c) => {
      runs++;
      if (fate === 'refuses') throw new Problem('not_found');
      if (fate === 'breaks') throw new Error('broken');
      return c.json({ run: runs, secret: 'planted-canary' }, 201);
    },
  );
app.onError((error) =>
  problemResponse(
    error instanceof Problem ? error.code : 'internal',
    'r',
    error instanceof Problem ? error.extra : {},
  ),
);

const post = (key: string | null, body = '{}') =>
  app.request('/', { method: 'POST', body, ...(key && { headers: { 'idempotency-key': key } }) });
const newKey = () => crypto.randomUUID();

test('the same key and body answer the same, once done', async () => {
  const key = newKey();
  const first = await post(key, '{"a":1}');
  const before = runs;
  const again = await post(key, '{"a":1}');
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.text()).toBe(await first.text());
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(runs).toBe(before);
});

test('another body under the same key, and a crooked key, are refused by name', async () => {
  const key = newKey();
  await post(key, '{"a":1}');
  const other = await post(key, '{"a":2}');
  expect([other.status, (await other.json<{ code: string }>()).code]).toEqual([422, 'idempotency_mismatch']);
  expect(await (await post('short')).json()).toMatchObject({
    code: 'invalid_field',
    field: 'header.idempotency-key',
  });
});

test('of ten at once one runs; the others get its answer or are told to wait', async () => {
  const key = newKey();
  const before = runs;
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(key)));
  expect(runs).toBe(before + 1);
  for (const { status } of answers) expect([201, 409]).toContain(status);
});

test.each(['refuses', 'breaks'] as const)('one that %s may be tried again', async (how) => {
  const key = newKey();
  fate = how;
  expect((await post(key)).status).toBeGreaterThanOrEqual(400);
  fate = 'works';
  expect((await post(key)).status).toBe(201);
});

test('without a key it just runs; answers lie sealed', async () => {
  const before = runs;
  await post(null);
  await post(null);
  expect(runs).toBe(before + 2);
  await post(newKey());
  const { results } = await env.DB.prepare('SELECT * FROM idempotency_keys').all();
  expect(results.length).toBeGreaterThan(0);
  expect(JSON.stringify(results)).not.toContain('planted-canary');
});

test('one that died under way may be tried again after a minute', async () => {
  const key = newKey();
  await post(key);
  await env.DB.prepare('UPDATE idempotency_keys SET answer = NULL').run();
  expect((await post(key)).status).toBe(409);
  await env.DB.prepare('UPDATE idempotency_keys SET at = at - 61000').run();
  expect((await post(key)).status).toBe(201);
});
