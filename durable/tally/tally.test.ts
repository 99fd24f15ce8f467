import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import { countCompleted, readTally } from './client.ts';

const stubOf = (assessment: string) => env.TALLY.get(env.TALLY.idFromName(assessment));

/** What the consumer does with a completed test: rollup first, then the tally. */
async function rollUp(assessment: string, type: string, count = 1): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO rollups VALUES ('2026-11-22', 'assessment.completed', ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  )
    .bind(`${assessment}:ko:${type}`, count)
    .run();
}

async function complete(assessment: string, type: string): Promise<void> {
  await rollUp(assessment, type);
  await countCompleted(env, assessment, [type]);
}

const flushed = async (assessment: string) => {
  const { results } = await env.DB.prepare(
    'SELECT type, count FROM tallies WHERE assessment_id = ? ORDER BY type',
  )
    .bind(assessment)
    .all<{ type: string; count: number }>();
  return Object.fromEntries(results.map(({ type, count }) => [type, count]));
};

it('counts, is flushed to D1 by its alarm, and goes on after an eviction', async () => {
  const id = 'live-tally';
  expect((await readTally(env, id)).types).toEqual({});
  await complete(id, 'teto');
  await complete(id, 'egen');
  await complete(id, 'teto');
  expect((await readTally(env, id)).types).toEqual({ teto: 2, egen: 1 });
  await evictDurableObject(stubOf(id));
  expect(await runDurableObjectAlarm(stubOf(id))).toBe(true);
  expect(await flushed(id)).toEqual({ teto: 2, egen: 1 });
  await evictDurableObject(stubOf(id));
  await complete(id, 'balanced-teto');
  const { types, updatedAt } = await readTally(env, id);
  expect(types).toEqual({ teto: 2, egen: 1, 'balanced-teto': 1 });
  expect(Date.now() - updatedAt).toBeLessThan(60_000);
});

it('takes a whole batch in one call', async () => {
  const id = 'batch';
  await complete(id, 'teto');
  for (const type of ['egen', 'teto', 'egen']) await rollUp(id, type);
  await countCompleted(env, id, ['egen', 'teto', 'egen']);
  expect((await readTally(env, id)).types).toEqual({ teto: 2, egen: 2 });
});

it('starts from the rollups of its own assessment only', async () => {
  await rollUp('start-a', 'teto', 7);
  await rollUp('start-ab', 'teto', 100);
  await env.DB.prepare(
    `INSERT INTO rollups VALUES ('2026-11-21', 'assessment.completed', 'start-a:en:teto', 5)`,
  ).run();
  await complete('start-a', 'teto');
  expect((await readTally(env, 'start-a')).types).toEqual({ teto: 13 });
});

it('does not keep a count that was lost or told twice', async () => {
  const id = 'drift';
  await complete(id, 'teto');
  await countCompleted(env, id, ['teto']);
  await rollUp(id, 'egen', 3);
  expect((await readTally(env, id)).types).toEqual({ teto: 2 });
  await runDurableObjectAlarm(stubOf(id));
  expect(await flushed(id)).toEqual({ teto: 2 });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
  try {
    expect(await runDurableObjectAlarm(stubOf(id))).toBe(true);
  } finally {
    vi.useRealTimers();
  }
  expect((await readTally(env, id)).types).toEqual({ teto: 1, egen: 3 });
  expect(await flushed(id)).toEqual({ teto: 1, egen: 3 });
});

it('catches up when D1 was down at the flush', async () => {
  const id = 'retry';
  await complete(id, 'egen');
  await env.DB.prepare('ALTER TABLE tallies RENAME TO tallies_away').run();
  await runDurableObjectAlarm(stubOf(id));
  expect((await readTally(env, id)).types).toEqual({ egen: 1 });
  await env.DB.prepare('ALTER TABLE tallies_away RENAME TO tallies').run();
  await evictDurableObject(stubOf(id));
  expect(await runDurableObjectAlarm(stubOf(id))).toBe(true);
  expect(await flushed(id)).toEqual({ egen: 1 });
});

it('refuses what would not travel', async () => {
  await expect(countCompleted(env, 'teto-egen', ['테토'])).rejects.toThrow('ASCII');
});
