import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { Completed } from '../../workers/contract/sessions.ts';
import { answered, api, begin, finish, inside, stubOf } from '../testing/takers.ts';
import { type Desk, wipe } from './desk.ts';
import { drainOutbox } from './outbox.ts';

const leftIn = (id: string) =>
  runInDurableObject(stubOf(id), async (_, { storage }) => ({
    tables: storage.sql
      .exec<{ name: string }>(`SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'`)
      .toArray(),
    values: [...(await storage.list())],
    alarm: await storage.getAlarm(),
  }));
const NOTHING = { tables: [], values: [], alarm: null };
const rows = (id: string) =>
  env.DB.prepare('SELECT count(*) AS n FROM profiles WHERE session_id = ?').bind(id).first<number>('n');

it('leaves nothing of a running session', async () => {
  const session = await answered();
  expect((await leftIn(session.id)).tables.length).toBeGreaterThan(0);
  expect((await api('DELETE', `/sessions/${session.id}`, session)).status).toBe(204);
  expect(await leftIn(session.id)).toEqual(NOTHING);
  await evictDurableObject(stubOf(session.id));
  expect((await finish(session)).body).toMatchObject({ code: 'session_not_found' });
  expect(await leftIn(session.id)).toEqual(NOTHING);
});

it('leaves nothing of a completed session, its result included', async () => {
  const session = await answered();
  await finish(session, { nickname: 'canary' });
  expect(await rows(session.id)).toBe(1);
  expect((await api('DELETE', `/sessions/${session.id}`, session)).status).toBe(204);
  expect(await leftIn(session.id)).toEqual(NOTHING);
  expect(await rows(session.id)).toBe(0);
});

it('goes with the profile made from it', async () => {
  const session = await answered();
  const { body } = await finish<Completed>(session);
  expect((await api('DELETE', `/profiles/${body.profile.id}`, session)).status).toBe(204);
  expect(await leftIn(session.id)).toEqual(NOTHING);
  expect(await rows(session.id)).toBe(0);
});

it('never writes the result of a session that was deleted while D1 was down', async () => {
  const session = await answered();
  await env.DB.prepare('ALTER TABLE profiles RENAME TO profiles_away').run();
  expect((await finish<Completed>(session)).body.saved).toBe(false);
  await stubOf(session.id).destroy();
  await env.DB.prepare('ALTER TABLE profiles_away RENAME TO profiles').run();
  expect(await leftIn(session.id)).toEqual(NOTHING);
  expect(await rows(session.id)).toBe(0);
});

it('leaves no record, wherever a deletion overtakes the write to D1', async () => {
  for (let round = 0; round < 10; round++) {
    const session = await answered();
    const finishing = finish(session);
    while ((await inside(session.id, 'SELECT 1 FROM session WHERE completed_at IS NOT NULL')).length === 0);
    const [, deleted] = await Promise.all([finishing, api('DELETE', `/sessions/${session.id}`, session)]);
    expect(deleted.status).toBe(204);
    expect(await rows(session.id)).toBe(0);
    expect(await leftIn(session.id)).toEqual(NOTHING);
  }
});

it('finds the result again when a deletion stopped after the session', async () => {
  const session = await answered();
  await finish(session);
  await stubOf(session.id).destroy();
  expect(await rows(session.id)).toBe(1);
  const wrong = await api('DELETE', `/sessions/${session.id}`, { secret: 'A'.repeat(43) });
  expect(wrong.body).toMatchObject({ code: 'session_not_found' });
  expect(await rows(session.id)).toBe(1);
  expect((await api('DELETE', `/sessions/${session.id}`, session)).status).toBe(204);
  expect(await rows(session.id)).toBe(0);
  expect((await api('DELETE', `/sessions/${session.id}`, session)).status).toBe(404);
});

it('leaves no record of a session completed while it is being deleted', async () => {
  for (let round = 0; round < 10; round++) {
    const session = await answered();
    const [deleted] = await Promise.all([api('DELETE', `/sessions/${session.id}`, session), finish(session)]);
    expect(deleted.status).toBe(204);
    expect(await rows(session.id)).toBe(0);
  }
});

it('stores nothing for a session nobody began', async () => {
  const session = await begin();
  const never = env.SESSIONS.newUniqueId().toString();
  const asked = await api('GET', `/sessions/${never}`, { secret: session.secret });
  expect(asked.body).toMatchObject({ code: 'session_not_found' });
  expect(await leftIn(never)).toEqual(NOTHING);
  await stubOf(never).destroy();
  expect(await leftIn(never)).toEqual(NOTHING);
});

it('takes back a record that D1 finished writing when its session was gone', async () => {
  const session = await answered();
  await env.DB.prepare('ALTER TABLE profiles RENAME TO profiles_away').run();
  await finish(session);
  await env.DB.prepare('ALTER TABLE profiles_away RENAME TO profiles').run();
  await runInDurableObject(stubOf(session.id), async (_, { storage }) => {
    const desk: Desk = {
      ...{ id: session.id, env: { ...env }, storage, sockets: () => [], live: undefined, saving: null },
      pace: { since: 0, writes: 0 },
    };
    let written = 0;
    // The real D1, whose first answer arrives only after the deletion.
    const prepare = (query: string) => ({
      bind: (...values: unknown[]) => ({
        run: async () => {
          const result = await env.DB.prepare(query)
            .bind(...values)
            .run();
          if (++written === 1) {
            expect(await rows(session.id)).toBe(1);
            await wipe(desk);
          }
          return result;
        },
      }),
    });
    desk.env.DB = { prepare } as unknown as D1Database;
    await drainOutbox(desk);
    expect(written).toBe(2);
  });
  expect(await rows(session.id)).toBe(0);
  expect(await leftIn(session.id)).toEqual(NOTHING);
});
