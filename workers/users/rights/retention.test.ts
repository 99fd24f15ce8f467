import { createExecutionContext, createMessageBatch } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import worker from '../../index.ts';
import { call } from '../../testing/api.ts';
import { makePerson, testContext } from '../../testing/people.ts';
import { RETENTION, sweep, sweepExportFiles } from './retention.ts';
import { night, traces } from './testing/index.ts';

const DAY = 86_400_000;
const now = Date.now();

/** For each table: how to write a row that is `age` old, by its limit, and the limit. `?1` is a name of the row's own. */
const rows: Record<string, { limit: number; insert: (at: number, userId: string) => string }> = {
  challenges: {
    limit: 0,
    insert: (at) => `INSERT INTO challenges VALUES (?1, 'reset', NULL, '{}', 0, 0, ${at})`,
  },
  attempts: { limit: 0, insert: (at) => `INSERT INTO attempts VALUES (?1, 1, ${at})` },
  refresh_families: {
    limit: 30 * DAY,
    insert: (at, user) => `INSERT INTO refresh_families
      (id, user_id, handle, current_hash, rotated_at, client, device, factors, authenticated_at, created_at, last_seen_at, expires_at)
      VALUES (?1, '${user}', ?1, 'h', 0, 'web', 'd', '[]', 0, 0, 0, ${at})`,
  },
  sent_mail: { limit: 30 * DAY, insert: (at) => `INSERT INTO sent_mail VALUES (?1, 'sent', ${at})` },
  exports: {
    limit: 72 * 3_600_000,
    insert: (at, user) =>
      `INSERT INTO exports (id, user_id, state, requested_at) VALUES (?1, '${user}', 'failed', ${at})`,
  },
  idempotency_keys: {
    limit: DAY,
    insert: (at) => `INSERT INTO idempotency_keys VALUES (?1, 'b', NULL, ${at})`,
  },
  audit: {
    limit: 365 * DAY,
    insert: (at) => `INSERT INTO audit (at, action, details, request_id) VALUES (${at}, 'x', '{}', ?1)`,
  },
  dead_letters: { limit: 30 * DAY, insert: (at) => `INSERT INTO dead_letters VALUES (?1, 'q', '{}', ${at})` },
  counted_events: { limit: 8 * DAY, insert: (at) => `INSERT INTO counted_events VALUES (?1, ${at})` },
};

test.each(RETENTION.map((rule) => [getTableName(rule.table), rule] as const))(
  '%s keeps what is not over and nothing that is',
  async (name, rule) => {
    const { id } = await makePerson();
    const row = rows[name];
    if (!row) throw new Error(`no row to age for ${name}`);
    for (const [mark, at] of [
      ['older', now - row.limit - 60_000],
      ['younger', now - row.limit + 60_000],
    ] as const) {
      await env.DB.prepare(row.insert(at, id)).bind(`${name}-${mark}`).run();
    }
    const ctx = { ...testContext(), now };
    expect(await sweep(ctx, rule)).toBe(1);
    expect(await traces(`${name}-older`)).toEqual([]);
    expect(await traces(`${name}-younger`)).toEqual([`D1 ${name}`]);
    expect(await sweep(ctx, rule)).toBe(0);
  },
);

test('a sweep goes on until all is gone, whatever one statement takes', async () => {
  const values = Array.from({ length: 4500 }, (_, index) => `('many${index}', 1, 1)`);
  for (let at = 0; at < values.length; at += 500) {
    await env.DB.prepare(`INSERT INTO attempts VALUES ${values.slice(at, at + 500)}`).run();
  }
  const rule = RETENTION.find(({ table }) => getTableName(table) === 'attempts');
  expect(rule && (await sweep(testContext(), rule))).toBe(4500);
});

test('a sign-in that ended after its account is swept with the night', async () => {
  const person = await makePerson();
  await env.DB.prepare('DELETE FROM users WHERE id = ?').bind(person.id).run();
  expect(await traces(person.family)).toEqual(['D1 refresh_families']);
  await night();
  expect(await traces(person.family)).toEqual([]);
});

test('the file of an export goes by its own age, should its row be lost', async () => {
  await env.FILES.put('exports/x_orphan.zip', 'zip');
  const ctx = testContext();
  expect(await sweepExportFiles(ctx)).toBe(0);
  expect(await sweepExportFiles({ ...ctx, now: ctx.now + 73 * 3_600_000 })).toBe(1);
  expect(await traces('x_orphan')).toEqual([]);
});

test('a dead letter names no address, no person, no result and no answer', async () => {
  const bodies: Record<string, object> = {
    mail: {
      ...{ id: 'reset:u_canary', to: 'canary@people.example', language: 'ko' },
      mail: { template: 'reset', url: 'https://x/reset#canary' },
    },
    rights: { type: 'export', id: 'x_canary', userId: 'u_canary' },
    pdf: { job: 'p_canary/1/ko', profileId: 'p_canary', revision: 1, language: 'ko' },
    responses: { type: 'responses', key: 'canary', person: 'canary', language: 'ko', answers: ['canary'] },
    unheard: { canary: true },
  };
  for (const [queue, body] of Object.entries(bodies)) {
    const message = { id: crypto.randomUUID(), timestamp: now, attempts: 1, body };
    const batch = createMessageBatch(`teto-egen-${queue}-dead-production`, [message]);
    await worker.queue(batch, env, createExecutionContext());
  }
  expect(await traces('canary')).toEqual([]);
  const { results } = await env.DB.prepare(
    "SELECT body FROM dead_letters WHERE queue LIKE '%production'",
  ).all();
  expect(results.map(({ body }) => body)).toEqual([
    '{"template":"reset","language":"ko"}',
    '{"type":"export"}',
    '{"language":"ko","revision":1}',
    '{"type":"responses","language":"ko"}',
    'null',
  ]);
});

test('Sec-GPC: nothing a page reports is counted, and it is told the same', async () => {
  const counted = () => env.DB.prepare("SELECT count FROM rollups WHERE metric = 'page.card_saved'").all();
  const report = (headers: Record<string, string>) =>
    call('POST', '/api/v1/events', {
      headers,
      body: { events: [{ id: crypto.randomUUID(), name: 'card_saved', language: 'ko' }] },
    });
  expect((await report({ 'sec-gpc': '1' })).status).toBe(202);
  expect((await report({})).status).toBe(202);
  await expect.poll(async () => (await counted()).results, { timeout: 10_000 }).toEqual([{ count: 1 }]);
});
