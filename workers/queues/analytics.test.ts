import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readTally } from '../../durable/tally/client.ts';
import { SMALLEST_GROUP } from '../assessments/tally.ts';
import worker from '../index.ts';
import { call } from '../testing/api.ts';
import type { AnalyticsMessage } from './messages.ts';

const completed = (id: string, result: 'teto' | 'egen' = 'teto', continued = false): AnalyticsMessage => ({
  type: 'assessment.completed',
  id,
  at: Date.UTC(2026, 10, 22, 12),
  assessment: 'teto-egen',
  version: 1,
  language: 'ko',
  mode: 'default',
  result,
  items: 20,
  continued,
});

async function deliver(bodies: unknown[], queue = 'teto-egen-analytics') {
  const batch = createMessageBatch(
    queue,
    bodies.map((body, index) => ({
      id: `${index}-${crypto.randomUUID()}`,
      timestamp: Date.now(),
      attempts: 1,
      body,
    })),
  );
  const execution = createExecutionContext();
  await worker.queue(batch, env, execution);
  return getQueueResult(batch, execution);
}

const counted = async (metric: string) =>
  (
    await env.DB.prepare('SELECT dimension, count FROM rollups WHERE metric = ? ORDER BY dimension')
      .bind(metric)
      .all()
  ).results;

test('every message counts once, however often it is delivered, and the tally follows', async () => {
  const first = await deliver([completed('a'), completed('b', 'egen'), completed('a')]);
  expect(first.ackAll).toBe(true);
  await deliver([completed('a'), completed('b', 'egen')]);
  await deliver([completed('c', 'teto', true)]);
  expect(await counted('assessment.completed')).toEqual([
    { dimension: 'teto-egen:ko:egen', count: 1 },
    { dimension: 'teto-egen:ko:teto', count: 1 },
  ]);
  expect(await counted('assessment.continued')).toEqual([{ dimension: 'teto-egen:ko:teto', count: 1 }]);
  expect((await readTally(env, 'teto-egen')).types).toEqual({ teto: 1, egen: 1 });
});

test('a message that cannot be counted is retried alone and holds up nobody', async () => {
  const result = await deliver([completed('d'), { type: 'client', id: 'e', at: 'never' }]);
  expect(result.explicitAcks).toHaveLength(1);
  expect(result.retryMessages).toHaveLength(1);
});

test('groups under the smallest are not shown', async () => {
  await deliver(Array.from({ length: SMALLEST_GROUP }, (_, index) => completed(`t${index}`)));
  const tally = await (await call('GET', '/api/v1/assessments/teto-egen/tally')).json<{
    total: number;
    types: object[];
  }>();
  expect(tally.total).toBeGreaterThan(SMALLEST_GROUP);
  expect(tally.types).toEqual([expect.objectContaining({ type: 'teto' })]);
});

test('events of a page are counted by name and language, repeats once', async () => {
  const event = { id: crypto.randomUUID(), name: 'share_tapped', language: 'ko', channel: 'x' };
  expect((await call('POST', '/api/v1/events', { body: { events: [event] } })).status).toBe(202);
  expect((await call('POST', '/api/v1/events', { body: { events: [event] } })).status).toBe(202);
  await expect
    .poll(() => counted('page.share_tapped'), { timeout: 10_000 })
    .toEqual([{ dimension: 'ko:x', count: 1 }]);
  const unheard = { ...event, id: crypto.randomUUID(), language: 'qq-ZZ', channel: 'line' };
  await deliver([{ type: 'client', at: Date.now(), ...unheard }]);
  expect(await counted('page.share_tapped')).toContainEqual({ dimension: 'other:line', count: 1 });
  const odd = await call('POST', '/api/v1/events', { body: { events: [{ ...event, name: 'anything' }] } });
  expect(odd.status).toBe(422);
});

test('a dead letter is kept for a person to read', async () => {
  await deliver([{ type: 'odd' }], 'teto-egen-analytics-dead');
  const { results } = await env.DB.prepare('SELECT queue, body FROM dead_letters').all();
  expect(results).toEqual([{ queue: 'teto-egen-analytics-dead', body: '{"type":"odd"}' }]);
});
