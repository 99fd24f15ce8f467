import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { Account, Consent, Preferences } from '../contract/users.ts';
import { call, problemOf } from '../testing/api.ts';
import { makePerson } from '../testing/people.ts';

const ME = '/api/v1/users/me';

test('somebody reads and changes name and language of the account, as `me` or by its id', async () => {
  const { token: secret, id, email } = await makePerson();
  const read = await call('GET', ME, { secret });
  expect(read.headers.get('cache-control')).toBe('no-store');
  expect(await read.json<Account>()).toMatchObject({
    ...{ id, email, name: null, role: 'taker', status: 'active', language: 'ko' },
    ...{ hasPassword: false, permissions: [], providers: [] },
  });
  const renamed = await call('PUT', ME, { secret, body: { name: ' 김테토 ', language: 'en' } });
  expect(await renamed.json<Account>()).toMatchObject({ name: '김테토', language: 'en' });
  const again = await call('GET', `/api/v1/users/${id}`, { secret });
  expect(await again.json<Account>()).toMatchObject({ name: '김테토', language: 'en' });
  const without = await call('PUT', `/api/v1/users/${id}`, { secret, body: { name: null } });
  expect(await without.json<Account>()).toMatchObject({ name: null, language: 'en' });
});

test('an account being deleted sees itself and nothing else', async () => {
  const { token: secret } = await makePerson({ status: 'deleted', deleteAfter: Date.now() + 1000 });
  expect((await (await call('GET', ME, { secret })).json<Account>()).status).toBe('deleted');
  for (const path of ['/preferences', '/consents', '/profiles']) {
    expect((await problemOf(await call('GET', ME + path, { secret }))).code).toBe('account_deleted');
  }
});

describe('preferences', () => {
  const consentsOf = async (secret: string) =>
    (await (await call('GET', `${ME}/consents`, { secret })).json<{ items: Consent[] }>()).items;

  test('begin with nothing beyond what the account needs, and change one by one', async () => {
    const { token: secret } = await makePerson();
    const begin = await (await call('GET', `${ME}/preferences`, { secret })).json<Preferences>();
    expect(begin).toEqual({
      ...{ language: 'ko', theme: 'system', displayGender: 'none', analytics: false, doNotSell: true },
      notifications: { reminders: false, news: false },
    });
    const body = { theme: 'dark', notifications: { reminders: true } };
    const changed = await call('PUT', `${ME}/preferences`, { secret, body });
    const expected = { ...begin, theme: 'dark', notifications: { reminders: true, news: false } };
    expect(await changed.json<Preferences>()).toEqual(expected);
    expect(await (await call('GET', `${ME}/preferences`, { secret })).json()).toEqual(expected);
    expect(await consentsOf(secret)).toEqual([]);
  });

  test('that are consents leave a row each time they change, and none when they do not', async () => {
    const { token: secret } = await makePerson();
    const put = (body: object) => call('PUT', `${ME}/preferences`, { secret, body });
    await put({ analytics: true, notifications: { news: true }, doNotSell: true });
    await put({ analytics: true });
    await put({ analytics: false, doNotSell: false });
    const told = (await consentsOf(secret)).map(({ kind, granted }) => [kind, granted]);
    expect(told).toHaveLength(4);
    expect(told.slice(2).sort()).toEqual([
      ['analytics', true],
      ['news', true],
    ]);
    expect(told.slice(0, 2).sort()).toEqual([
      ['analytics', false],
      ['sale', true],
    ]);
    const [latest] = await consentsOf(secret);
    expect(latest?.version).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  test('two changed at the same moment are both kept', async () => {
    const { token: secret } = await makePerson();
    const changes = [{ theme: 'dark' }, { analytics: true }, { displayGender: 'female' }, { language: 'en' }];
    await Promise.all(changes.map((body) => call('PUT', `${ME}/preferences`, { secret, body })));
    const kept = await (await call('GET', `${ME}/preferences`, { secret })).json<Preferences>();
    expect(kept).toMatchObject({ theme: 'dark', analytics: true, displayGender: 'female', language: 'en' });
  });
});

describe('Access: no mass assignment', () => {
  const FIELDS = {
    ...{ role: 'admin', plan: 'pro', userId: 'u_1111111111111111111111', emailVerified: true },
    ...{ score: { axis: 9 }, status: 'active', id: 'u_1111111111111111111111', email: 'a@b.example' },
    ...{ passwordHash: 'x', permissions: ['users.role'], deleteAfter: null, createdAt: 0 },
    constructor: { prototype: { role: 'admin' } },
    prototype: {},
    toString: 'x',
  };
  // The last one as text: in a literal it would set the prototype.
  const names = [...Object.keys(FIELDS), '__proto__'];
  const bodies = [
    ['PUT', '', { name: '이름' }],
    ['PUT', '/preferences', { theme: 'dark' }],
    ['PUT', '/status', { status: 'suspended', reason: 'a reason' }],
    ['PUT', '/role', { role: 'editor', reason: 'a reason' }],
    ['POST', '/profiles', { profiles: [{ id: `p_${'1'.repeat(22)}`, secret: 'A'.repeat(43) }] }],
  ] as const;
  const cases = bodies.flatMap(([method, path, body]) =>
    names.filter((name) => !Object.hasOwn(body, name)).map((name) => [method, path, name, body] as const),
  );

  test.each(cases)('%s /users/{id}%s with %s is refused and changes nothing', async (...one) => {
    const [method, path, name, body] = one;
    const [admin, subject] = await Promise.all([makePerson({ role: 'admin' }), makePerson()]);
    const row = () =>
      env.DB.prepare('SELECT * FROM users WHERE id IN (?, ?) ORDER BY id').bind(admin.id, subject.id).all();
    const before = (await row()).results;
    const value = JSON.stringify(FIELDS[name as keyof typeof FIELDS] ?? { role: 'admin' });
    const text = `${JSON.stringify(body).slice(0, -1)},"${name}":${value}}`;
    const whose = path === '/status' || path === '/role' ? subject.id : 'me';
    const refused = await call(method, `/api/v1/users/${whose}${path}`, { secret: admin.token, body: text });
    expect(await problemOf(refused)).toMatchObject({ status: 422, code: 'invalid_field' });
    expect((await row()).results).toEqual(before);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  test('nor inside a result that is claimed', async () => {
    const { token: secret } = await makePerson();
    const profiles = [{ id: `p_${'1'.repeat(22)}`, secret: 'A'.repeat(43), userId: 'u_x', score: 1 }];
    const refused = await call('POST', `${ME}/profiles`, { secret, body: { profiles } });
    expect((await problemOf(refused)).code).toBe('invalid_field');
  });
});
