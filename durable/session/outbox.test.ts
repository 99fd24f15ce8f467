import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import type { Ctx } from '../../workers/context.ts';
import type { Completed, SessionState } from '../../workers/contract/sessions.ts';
import { findShared } from '../../workers/profiles/find.ts';
import { call } from '../../workers/testing/api.ts';
import { answered, api, eventually, finish, inside, ring, stubOf } from '../testing/takers.ts';
import { complete } from './complete.ts';
import type { Desk } from './desk.ts';
import { expire } from './expire.ts';
import { SILENCE_MS } from './state.ts';

const SHOWN = { displayGender: 'none', nickname: null } as const;

/** Runs `work` while D1 has no table for profiles: a real failure of every statement that needs it. */
async function withoutProfiles<T>(work: () => Promise<T>): Promise<T> {
  await env.DB.prepare('ALTER TABLE profiles RENAME TO profiles_away').run();
  try {
    return await work();
  } finally {
    await env.DB.prepare('ALTER TABLE profiles_away RENAME TO profiles').run();
  }
}

const recorded = async (id: string) =>
  (await env.DB.prepare('SELECT id, slug FROM profiles WHERE session_id = ?').bind(id).all()).results;

const rollup = (metric: string, like: string) =>
  env.DB.prepare('SELECT sum(count) AS n FROM rollups WHERE metric = ? AND dimension LIKE ?')
    .bind(metric, like)
    .first<number>('n');

it('gives the result while D1 is down and records it when D1 is back', async () => {
  const session = await answered({ mode: 'quick' });
  const done = await withoutProfiles(async () => {
    const first = await finish<Completed>(session);
    expect(first.body).toMatchObject({ saved: false });
    expect((await finish<Completed>(session)).body).toEqual(first.body);
    await evictDurableObject(stubOf(session.id));
    expect(await ring(session.id, 'outbox')).toBe(true);
    const [alarm] = await inside(session.id, 'SELECT * FROM alarms');
    expect(alarm).toMatchObject({ name: 'outbox' });
    expect(Number(alarm?.attempts)).toBeGreaterThanOrEqual(2);
    expect(Number(alarm?.at)).toBeGreaterThan(Date.now());
    return first.body;
  });
  expect(await recorded(session.id)).toEqual([]);
  await evictDurableObject(stubOf(session.id));
  expect(await ring(session.id, 'outbox')).toBe(true);
  expect(await recorded(session.id)).toEqual([done.profile]);
  expect(await inside(session.id, 'SELECT * FROM outbox')).toEqual([]);
  expect(await runDurableObjectAlarm(stubOf(session.id))).toBe(false);
  expect((await finish<Completed>(session)).body).toEqual({ ...done, saved: true });
});

it('logs a failed write without anything of the person', async () => {
  const session = await answered({ mode: 'quick' });
  const lines: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)));
  const { body } = await withoutProfiles(() => finish<Completed>(session, { nickname: 'canary' }));
  spy.mockRestore();
  const log = lines.join('\n');
  expect(log).toContain('outbox_retry');
  expect(log).toContain('no such table');
  const [{ secret_hash: hash } = {}] = await inside(session.id, 'SELECT secret_hash FROM session');
  for (const secret of ['canary', session.id, session.secret, hash, body.profile.id, body.profile.slug]) {
    expect(log).not.toContain(secret);
  }
});

it('records once when the object forgot that D1 has it already', async () => {
  const session = await answered({ mode: 'quick', language: 'en' });
  const rows = await withoutProfiles(async () => {
    await finish(session);
    return inside<{ step: string; payload: string }>(session.id, 'SELECT * FROM outbox');
  });
  expect(rows.map(({ step }) => step).sort()).toEqual(['event', 'profile', 'responses']);
  await ring(session.id, 'outbox');
  const before = await recorded(session.id);
  // As after a crash between D1's answer and the note of it: everything is handed on once more.
  for (const { step, payload } of rows) {
    await inside(session.id, 'INSERT INTO outbox VALUES (?, ?)', step, payload);
  }
  await inside(session.id, `INSERT INTO alarms VALUES ('outbox', 0, 0)`);
  await runInDurableObject(stubOf(session.id), (_, { storage }) => storage.setAlarm(Date.now() + 60_000));
  await evictDurableObject(stubOf(session.id));
  expect(await runDurableObjectAlarm(stubOf(session.id))).toBe(true);
  expect(await recorded(session.id)).toEqual(before);
  expect(before).toHaveLength(1);
  await eventually(() => rollup('assessment.completed', 'teto-egen:en:%'));
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await rollup('assessment.completed', 'teto-egen:en:%')).toBe(1);
});

it('lets a session that stayed silent for seven days expire, and reports it once', async () => {
  const session = await answered({ language: 'en' });
  expect(await ring(session.id, 'expire')).toBe(true);
  expect((await api<SessionState>('GET', `/sessions/${session.id}`, session)).status).toBe(200);
  const [waiting] = await inside<{ at: number }>(session.id, 'SELECT at FROM alarms');
  expect(waiting?.at).toBeGreaterThan(Date.now() + SILENCE_MS - 60_000);

  const ago = Date.now() - SILENCE_MS - 1;
  await inside(session.id, 'UPDATE session SET begun_at = ?', ago);
  await inside(session.id, 'UPDATE answers SET at = ?', ago);
  await evictDurableObject(stubOf(session.id));
  expect(await ring(session.id, 'expire')).toBe(true);
  expect((await api('GET', `/sessions/${session.id}`, session)).body).toMatchObject({
    code: 'session_not_found',
  });
  expect(await runInDurableObject(stubOf(session.id), (_, { storage }) => storage.getAlarm())).toBeNull();
  expect(
    await eventually(() => rollup('assessment.abandoned', `teto-egen:en:${session.answers.length}`)),
  ).toBe(1);
});

it('does not expire a session that is completed while the queue is slow', async () => {
  const session = await answered();
  await inside(session.id, 'UPDATE session SET begun_at = 0');
  await inside(session.id, 'UPDATE answers SET at = 0');
  await evictDurableObject(stubOf(session.id));
  await runInDurableObject(stubOf(session.id), async (_, { storage }) => {
    const desk: Desk = {
      ...{ id: session.id, storage, sockets: () => [], live: undefined, saving: null },
      pace: { since: 0, writes: 0 },
      env: { ...env, ANALYTICS_QUEUE: { send: async () => void (await complete(desk, SHOWN)) } } as never,
    };
    await expire(desk);
    expect(storage.sql.exec('SELECT 1 FROM session WHERE completed_at > 0').toArray()).toHaveLength(1);
  });
});

it('does not expire a completed session', async () => {
  const session = await answered();
  await finish(session);
  await inside(session.id, 'UPDATE session SET begun_at = 0');
  await inside(session.id, 'UPDATE answers SET at = 0');
  await inside(session.id, `INSERT OR REPLACE INTO alarms VALUES ('expire', 0, 0)`);
  await runInDurableObject(stubOf(session.id), (_, { storage }) => storage.setAlarm(Date.now() + 60_000));
  await evictDurableObject(stubOf(session.id));
  await runDurableObjectAlarm(stubOf(session.id));
  const { body } = await api<SessionState>('GET', `/sessions/${session.id}`, session);
  expect(body).toMatchObject({
    status: 'completed',
    answers: session.answers.map(({ seq: _, ...answer }) => answer),
  });
});

it('tells whoever opens the address of a result that its record is on the way, and nobody else', async () => {
  const session = await answered({ mode: 'quick' });
  const read = (slug: string | null) => api<{ code?: string }>('GET', `/profiles/${slug}`);
  const { body, row } = await withoutProfiles(async () => {
    const done = await finish<Completed>(session);
    // The database fails altogether.
    const failing = await read(done.body.profile.slug);
    expect(failing).toMatchObject({ status: 503, body: { code: 'profile_pending' } });
    expect(failing.headers.get('retry-after')).toBe('2');
    expect((await read('1'.repeat(22))).status).toBe(500);
    const [row] = await inside<{ payload: string }>(
      session.id,
      `SELECT payload FROM outbox WHERE step = 'profile'`,
    );
    return { ...done, row };
  });
  const { slug } = body.profile;
  // It answers again, but has not got the record yet.
  await evictDurableObject(stubOf(session.id));
  expect((await read(slug)).body).toMatchObject({ code: 'profile_pending' });
  expect((await api('GET', `/profiles/${slug}/pdf`)).body).toMatchObject({ code: 'profile_pending' });
  expect((await call('GET', `/cards/${slug}.png`)).status).toBe(503);
  expect((await read('1'.repeat(22))).body).toMatchObject({ code: 'profile_not_found' });
  expect(row?.payload).toContain(slug);

  await ring(session.id, 'outbox');
  expect((await read(slug)).status).toBe(200);
  // Hidden or deleted, it is gone like any other.
  await api('DELETE', `/profiles/${body.profile.id}/share`, session);
  expect((await read(slug)).body).toMatchObject({ code: 'profile_not_found' });
});

it('tells so too while the database keeps silent, which looks like none at all', async () => {
  const session = await answered({ mode: 'quick' });
  const silence = { select: () => ({ from: () => ({ where: () => new Promise(() => {}) }) }) };
  const asked = { env, db: silence } as unknown as Ctx;
  await withoutProfiles(async () => {
    const { body } = await finish<Completed>(session);
    await expect(findShared(asked, body.profile.slug ?? '')).rejects.toMatchObject({
      code: 'profile_pending',
    });
  });
});

it('deletes a result that its database has not got yet, so that it never appears', async () => {
  const session = await answered({ mode: 'quick' });
  const { body } = await withoutProfiles(() => finish<Completed>(session));
  expect((await api('DELETE', `/profiles/${body.profile.id}`, session)).status).toBe(404);
  expect((await api('DELETE', `/sessions/${session.id}`, session)).status).toBe(204);
  expect((await api('GET', `/profiles/${body.profile.slug}`)).status).toBe(404);
  expect(await recorded(session.id)).toEqual([]);
});
