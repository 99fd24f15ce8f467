import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { LoginAnswer, MfaNeeded } from '../contract/auth.ts';
import { challenges, refreshFamilies } from '../db/tables/auth.ts';
import { audit, users } from '../db/tables/users.ts';
import { call, problemOf } from '../testing/api.ts';
import { catchMails } from '../testing/mails.ts';
import { makePerson, type Person, testContext } from '../testing/people.ts';
import { codeOf, loginMfaCall, withTotp } from '../testing/second-factor.ts';
import { newAddress, PASSWORD, registration } from '../testing/sign-up.ts';
import { argon2id } from './password/argon2.ts';
import { hashPassword } from './password/hash.ts';
import { beginFamily } from './tokens/families.ts';

const { db } = testContext();
const mails = catchMails();
const NEXT = '초록 바다 물결 8';

const post = (path: string, body: unknown, secret?: string) =>
  call('POST', `/api/v1/auth${path}`, { body, ...(secret && { secret }) });
const put = (path: string, body: unknown, { token }: Person) =>
  call('PUT', `/api/v1/auth${path}`, { body, secret: token });
const login = (email: string, password: string) => post('/login', { email, password, client: 'native' });
const refresh = (refreshToken: string) => post('/refresh', { refreshToken });
const someone = (row: Parameters<typeof makePerson>[0] = {}) =>
  makePerson({ passwordHash: hashPassword(PASSWORD), ...row });
const late = ({ family }: Person) =>
  db
    .update(refreshFamilies)
    .set({ authenticatedAt: Date.now() - 601_000 })
    .where(eq(refreshFamilies.id, family));
const acts = async ({ id }: Person) =>
  (await db.select().from(audit).where(eq(audit.subject, id))).map(({ action, details }) => ({
    action,
    details,
  }));

async function linkFor(email: string, kind: 'reset' | 'magic_link', language = 'ko'): Promise<URL> {
  await post(kind === 'reset' ? '/password/forgot' : '/magic-link', { email, language });
  return new URL((await mails.newest(email, kind)).mail.url);
}
const tokenFor = async (email: string, kind: 'reset' | 'magic_link') =>
  (await linkFor(email, kind)).hash.slice(1);

describe('Passwords', () => {
  test.each([
    ['of 7 characters', 422, '짧은비밀번호!'],
    ['of 8 Hangul syllables', 202, '여덟글자비밀번호'],
    [
      'of 128 characters outside the first plane',
      202,
      String.fromCodePoint(...Array.from({ length: 128 }, (_, at) => 0x1f300 + at)),
    ],
    ['of 129', 422, 'x'.repeat(129)],
    ['with half a character', 422, 'half of one \ud800'],
    ['of one kind of characters, spaces only in between', 202, 'only lower case letters'],
  ])('%s: %i', async (_, status, password) => {
    expect((await post('/register', registration({ password }))).status).toBe(status);
  });

  test('hashed at a lower cost are hashed anew at the next login, and not at a wrong one', async () => {
    const salt = new TextEncoder().encode('sixteen bytes of');
    const plain = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll('=', '');
    const weak = argon2id(new TextEncoder().encode(PASSWORD), salt, { memory: 512, passes: 1, lanes: 1 }, 32);
    const passwordHash = `$argon2id$v=19$m=512,t=1,p=1$${plain(salt)}$${plain(weak)}`;
    const { email, id } = await someone({ passwordHash });
    const stored = async () => (await db.select().from(users).where(eq(users.id, id)))[0]?.passwordHash;
    expect((await login(email, 'not the one')).status).toBe(401);
    expect(await stored()).toBe(passwordHash);
    expect((await login(email, PASSWORD)).status).toBe(200);
    expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await login(email, PASSWORD)).status).toBe(200);
  });

  test('change by the current one only; the owner is told and it is written down', async () => {
    const person = await someone();
    const without = await put('/password', { password: NEXT }, person);
    expect(await problemOf(without)).toMatchObject({ code: 'invalid_field', field: 'current' });
    const wrong = await put('/password', { current: 'not the one', password: NEXT }, person);
    expect((await problemOf(wrong)).code).toBe('credentials_wrong');
    expect((await login(person.email, PASSWORD)).status).toBe(200);
    expect((await put('/password', { current: PASSWORD, password: NEXT }, person)).status).toBe(204);
    expect((await login(person.email, PASSWORD)).status).toBe(401);
    expect((await login(person.email, NEXT)).status).toBe(200);
    expect(mails.to(person.email).map(({ mail }) => mail)).toEqual([{ template: 'password_changed' }]);
    expect(await acts(person)).toEqual([{ action: 'auth.password_changed', details: {} }]);
  });

  test('may be set without one where there is none, but only just after signing in', async () => {
    const person = await makePerson();
    await late(person);
    const refused = await put('/password', { password: NEXT }, person);
    expect((await problemOf(refused)).code).toBe('reauthentication_required');
    const fresh = await makePerson();
    expect((await put('/password', { password: NEXT }, fresh)).status).toBe(204);
    expect((await login(fresh.email, NEXT)).status).toBe(200);
  });

  test('prove again who is there, for ten minutes', async () => {
    const person = await someone();
    await late(person);
    const change = () => put('/email', { email: newAddress() }, person);
    expect((await problemOf(await change())).code).toBe('reauthentication_required');
    expect((await post('/reauthenticate', { password: 'not the one' }, person.token)).status).toBe(401);
    expect((await change()).status).toBe(403);
    expect((await post('/reauthenticate', { password: PASSWORD }, person.token)).status).toBe(204);
    expect((await change()).status).toBe(202);
    const app = await withTotp(await someone());
    await late(app);
    const password = await post('/reauthenticate', { password: PASSWORD }, app.token);
    expect((await problemOf(password)).code).toBe('second_factor_needed');
    expect((await put('/email', { email: newAddress() }, app)).status).toBe(403);
    expect((await post('/reauthenticate', { totp: codeOf(app.secret) }, app.token)).status).toBe(204);
    expect((await put('/email', { email: newAddress() }, app)).status).toBe(202);
    expect((await post('/reauthenticate', { totp: codeOf(app.secret) }, app.token)).status).toBe(422);
  });
});

describe('Tokens', () => {
  const second = async ({ id }: Person) =>
    beginFamily(testContext(), { userId: id, client: 'native', factors: ['password'] });

  test('a password change ends every other sign-in at once, and this one stays', async () => {
    const person = await someone();
    const other = await second(person);
    await put('/password', { current: PASSWORD, password: NEXT }, person);
    expect((await refresh(other.refreshToken)).status).toBe(401);
    expect((await refresh(person.refreshToken)).status).toBe(200);
  });

  test('a reset ends every sign-in at once, access included, and signs nobody in', async () => {
    const person = await someone();
    const other = await second(person);
    const done = await post('/password/reset', {
      token: await tokenFor(person.email, 'reset'),
      password: NEXT,
    });
    expect([done.status, await done.text(), done.headers.get('set-cookie')]).toEqual([204, '', null]);
    for (const token of [person.refreshToken, other.refreshToken]) {
      expect((await refresh(token)).status).toBe(401);
    }
    expect((await call('GET', '/api/v1/auth/sessions', { secret: person.token })).status).toBe(401);
    expect((await login(person.email, PASSWORD)).status).toBe(401);
    expect((await login(person.email, NEXT)).status).toBe(200);
    expect(await acts(person)).toEqual([{ action: 'auth.password_reset', details: {} }]);
    await mails.newest(person.email, 'password_changed');
  });

  test('a reset link works once, only the newest, for half an hour; a refused password does not spend it', async () => {
    const { email } = await someone();
    const [older, newer] = [await tokenFor(email, 'reset'), await tokenFor(email, 'reset')];
    const reset = (token: string, password = NEXT) => post('/password/reset', { token, password });
    expect((await problemOf(await reset(older))).code).toBe('challenge_expired');
    expect((await problemOf(await reset(newer, 'password1'))).code).toBe('password_common');
    const answers = await Promise.all(Array.from({ length: 8 }, () => reset(newer)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(410)]);
    const late = await tokenFor(email, 'reset');
    await db.update(challenges).set({ expiresAt: Date.now() }).where(eq(challenges.kind, 'reset'));
    expect((await reset(late)).status).toBe(410);
  });

  test('a change of password ends links, codes and second steps begun before it', async () => {
    const person = await withTotp(await someone());
    const { email } = person;
    const [reset, magic] = [await tokenFor(email, 'reset'), await tokenFor(email, 'magic_link')];
    const mfa = await (await login(email, PASSWORD)).json<MfaNeeded>();
    expect((await put('/password', { current: PASSWORD, password: NEXT }, person)).status).toBe(204);
    expect((await post('/password/reset', { token: reset, password: PASSWORD })).status).toBe(410);
    expect((await post('/magic-link/confirm', { token: magic })).status).toBe(410);
    const step = await loginMfaCall(mfa.challenge, { method: 'totp', code: codeOf(person.secret) });
    expect(step.status).toBe(410);
  });

  test('links carry their secret behind #, in the language asked for, and the database does not have it', async () => {
    const { email } = await someone();
    const reset = await linkFor(email, 'reset', 'en');
    expect([reset.pathname, reset.search]).toEqual(['/en/reset', '']);
    const magic = await linkFor(email, 'magic_link');
    expect([magic.pathname, magic.search]).toEqual(['/signin/link', '']);
    const rows = JSON.stringify(await db.select().from(challenges));
    for (const { hash } of [reset, magic]) {
      expect(hash).toMatch(/^#[\w-]{43}$/);
      expect(rows).not.toContain(hash.slice(1));
    }
  });
});

describe('A magic link', () => {
  const confirm = (token: string) => post('/magic-link/confirm', { token, client: 'native' });

  test('signs in once, and not where the account is suspended', async () => {
    const person = await makePerson();
    const token = await tokenFor(person.email, 'magic_link');
    expect(await (await confirm(token)).json()).toMatchObject({ next: 'done', user: { id: person.id } });
    expect((await problemOf(await confirm(token))).code).toBe('challenge_expired');
    const { email } = await makePerson({ status: 'suspended' });
    const refused = await confirm(await tokenFor(email, 'magic_link'));
    expect((await problemOf(refused)).code).toBe('account_suspended');
  });

  test('is a way in for the owner of an account that somebody else locked', async () => {
    const { email } = await someone();
    for (let tries = 0; tries < 11; tries++) await login(email, 'not the one');
    expect((await login(email, PASSWORD)).status).toBe(429);
    expect((await confirm(await tokenFor(email, 'magic_link'))).status).toBe(200);
    expect((await login(email, PASSWORD)).status).toBe(200);
  });
});

describe('MFA', () => {
  test('stays after a reset, and no way in by mail or password skips it', async () => {
    const person = await withTotp(await someone());
    const { email } = person;
    await post('/password/reset', { token: await tokenFor(email, 'reset'), password: NEXT });
    const ways = [
      await login(email, NEXT),
      await post('/magic-link/confirm', { token: await tokenFor(email, 'magic_link') }),
    ];
    for (const way of ways) {
      expect(way.headers.get('set-cookie')).toBeNull();
      const answer = await way.json<LoginAnswer>();
      expect(answer).toMatchObject({ next: 'mfa', methods: ['totp', 'recovery'] });
      expect(answer).not.toHaveProperty('accessToken');
    }
    const { challenge } = await (await login(email, NEXT)).json<MfaNeeded>();
    const done = await loginMfaCall(challenge, { method: 'totp', code: codeOf(person.secret) });
    expect(await done.json()).toMatchObject({ next: 'done' });
  });

  test('counts with passwords: wrong ones at both lock the account for both', async () => {
    const { email, secret } = await withTotp(await someone());
    const { challenge } = await (await login(email, PASSWORD)).json<MfaNeeded>();
    for (let tries = 0; tries < 9; tries++) expect((await login(email, 'not the one')).status).toBe(401);
    const refused = await loginMfaCall(challenge, { method: 'totp', code: codeOf(secret) });
    expect((await problemOf(refused)).code).toBe('rate_limited');
  });
});
