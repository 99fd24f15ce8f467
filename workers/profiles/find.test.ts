import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { expect, test } from 'vitest';
import { resultAt } from '../../durable/session/client.ts';
import { backgroundContext, type Ctx } from '../context.ts';
import { newSlug } from '../lib/ids.ts';
import { take, teto } from '../testing/take.ts';
import { findShared } from './find.ts';

const db = drizzle(env.DB);

/** A database whose first look comes just before the record does. */
function tooEarly(): Ctx {
  let looks = 0;
  const nothing = { from: () => ({ where: async () => [] }) };
  const late = new Proxy(db, {
    get: (target, name) => (name === 'select' && looks++ === 0 ? () => nothing : Reflect.get(target, name)),
  });
  return { ...backgroundContext(env, createExecutionContext()), db: late };
}

test('a result recorded between a look at the database and one at its session is found', async () => {
  const { profile } = await take(teto);
  expect(await findShared(tooEarly(), profile.slug ?? '')).toMatchObject({ id: profile.id });
  await expect(findShared(tooEarly(), newSlug())).rejects.toThrow('profile_not_found');
});

test('a session object of the release before, which cannot say, has no result on its way', async () => {
  // What workerd says for a method that the other side does not have.
  const missing = new TypeError('The RPC receiver does not implement the method "resultAt".');
  const older = { resultAt: () => Promise.reject(missing) };
  const SESSIONS = {
    idFromName: (name: string) => env.SESSIONS.idFromName(name),
    idFromString: (id: string) => env.SESSIONS.idFromString(id),
    get: () => older,
  };
  expect(await resultAt({ ...env, SESSIONS } as unknown as Env, newSlug())).toBeNull();
});
