import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { OwnProfile, Shared } from '../contract/profiles.ts';
import { call, problemOf } from '../testing/api.ts';
import { makePerson } from '../testing/people.ts';
import { take } from '../testing/take.ts';

/** Somebody with an account, and a result that the account keeps. */
async function keeper() {
  const [person, taken] = await Promise.all([makePerson(), take()]);
  const { id, secret } = { id: taken.profile.id, secret: taken.session.secret };
  await env.DB.prepare('UPDATE profiles SET user_id = ? WHERE id = ?').bind(person.id, id).run();
  return { person, id, secret, own: `/api/v1/profiles/${id}` };
}

const OPERATIONS = [
  ['GET', ''],
  ['PUT', '', { nickname: '남' }],
  ['POST', '/share', {}],
  ['DELETE', '/share'],
  ['GET', '/pdf'],
  ['DELETE', ''],
] as const;

test('an account reads, renames, hides, shares and deletes the result it keeps, by its access token', async () => {
  const { person, own } = await keeper();
  const secret = person.token;
  const renamed = await call('PUT', own, { secret, body: { nickname: '내 것' } });
  expect(await renamed.json<OwnProfile>()).toMatchObject({ nickname: '내 것', revision: 2 });
  expect((await call('DELETE', `${own}/share`, { secret })).status).toBe(204);
  expect(await (await call('GET', own, { secret })).json<OwnProfile>()).toMatchObject({ slug: null });
  const shared = await (await call('POST', `${own}/share`, { secret })).json<Shared>();
  expect(shared.visibility).toBe('unlisted');
  const read = await call('GET', own, { secret });
  expect(read.headers.get('cache-control')).toBe('no-store');
  expect(await read.json<OwnProfile>()).toMatchObject({ slug: shared.slug, nickname: '내 것' });
  expect((await call('DELETE', own, { secret })).status).toBe(204);
  expect((await problemOf(await call('GET', own, { secret }))).code).toBe('profile_not_found');
  expect((await call('GET', `/api/v1/profiles/${shared.slug}`)).status).toBe(404);
});

describe('Access: a result that an account keeps', () => {
  test.each(OPERATIONS)('%s %s by another account is not found, and changes nothing', async (...one) => {
    const [method, path, body] = one;
    const { own, secret } = await keeper();
    const before = await (await call('GET', own, { secret })).text();
    const stranger = await makePerson({ role: 'admin' });
    const refused = await call(method, own + path, { secret: stranger.token, body });
    expect(await problemOf(refused)).toMatchObject({ status: 404, code: 'profile_not_found' });
    expect(await (await call('GET', own, { secret })).text()).toBe(before);
  });

  test.each(OPERATIONS)('%s %s: a suspended or deleted account is told so', async (...one) => {
    const [method, path, body] = one;
    const { own, person } = await keeper();
    for (const status of ['suspended', 'deleted'] as const) {
      await env.DB.prepare('UPDATE users SET status = ? WHERE id = ?').bind(status, person.id).run();
      const refused = await call(method, own + path, { secret: person.token, body });
      expect((await problemOf(refused)).code).toBe(`account_${status}`);
    }
  });

  test('one that nobody keeps is not found by any account, and a made-up token is no token', async () => {
    const { profile } = await take();
    const { token } = await makePerson();
    const own = `/api/v1/profiles/${profile.id}`;
    expect((await problemOf(await call('GET', own, { secret: token }))).code).toBe('profile_not_found');
    expect((await problemOf(await call('GET', own, { secret: 'a.b.c' }))).code).toBe('token_invalid');
    expect((await problemOf(await call('GET', own))).code).toBe('secret_required');
  });

  test('its secret still opens it, and a wrong secret still does not', async () => {
    const { own, secret } = await keeper();
    expect((await call('GET', own, { secret })).status).toBe(200);
    expect((await problemOf(await call('GET', own, { secret: 'A'.repeat(43) }))).code).toBe('secret_wrong');
  });
});
