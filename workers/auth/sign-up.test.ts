import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { CodeSent, Register, SignedIn } from '../contract/auth.ts';
import { POLICIES } from '../contract/policies.ts';
import { challenges } from '../db/tables/auth.ts';
import { consents, users } from '../db/tables/users.ts';
import { call, problemOf } from '../testing/api.ts';
import { catchMails } from '../testing/mails.ts';
import { makePerson, testContext } from '../testing/people.ts';
import { PASSWORD, registration } from '../testing/sign-up.ts';
import { requireAge } from './age.ts';
import { createAccount } from './create-account.ts';

const { db } = testContext();
const mails = catchMails();
const post = (path: string, body: unknown) => call('POST', `/api/v1/auth${path}`, { body });

async function begin(over: Partial<Register> = {}) {
  const body = registration(over);
  const answer = await post('/register', body);
  expect(answer.status, await answer.clone().text()).toBe(202);
  const { challenge } = await answer.json<CodeSent>();
  return { ...body, challenge, code: (await mails.newest(body.email, 'verify')).mail.code };
}
const verify = (challenge: string, code: string, client = 'native') =>
  post('/verify-email', { challenge, code, client });
const other = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('A sign-up', () => {
  test('by password: code by mail, account with what was agreed to, signed in, and in again later', async () => {
    const { email, challenge, code } = await begin({ language: 'en' });
    expect(code).toMatch(/^\d{6}$/);
    expect(await db.$count(users, eq(users.email, email))).toBe(0);
    const done = await verify(challenge, code);
    expect(done.headers.get('cache-control')).toBe('no-store');
    const answer = await done.json<SignedIn>();
    expect(answer).toMatchObject({
      next: 'done',
      refreshToken: expect.stringMatching(/\./),
      user: { email, role: 'taker', status: 'active', language: 'en', hasPassword: true, name: null },
    });
    const { id } = answer.user;
    const kept = await db.select().from(consents).where(eq(consents.userId, id));
    expect(kept.map(({ kind, version, granted }) => [kind, version, granted])).toEqual([
      ['terms', POLICIES.terms, true],
      ['privacy', POLICIES.privacy, true],
      ['analytics', POLICIES.privacy, false],
      ['news', POLICIES.privacy, true],
    ]);
    const [row] = await db.select().from(users).where(eq(users.id, id));
    expect(row?.preferences).toMatchObject({ analytics: false, notifications: { news: true } });
    const again = await post('/login', { email: email.toUpperCase(), password: PASSWORD });
    expect(await again.json()).toMatchObject({ next: 'done', user: { id } });
    expect(again.headers.get('set-cookie')).toMatch(/^__Host-refresh=.*HttpOnly; Secure; SameSite=Lax$/);
  });

  test('is finished once: the challenge is used up', async () => {
    const { challenge, code } = await begin();
    expect((await verify(challenge, code)).status).toBe(200);
    expect((await problemOf(await verify(challenge, code))).code).toBe('challenge_expired');
  });

  test('can have another code; the one before works no more', async () => {
    const { email, challenge, code } = await begin();
    const again = await post('/verify-email/resend', { challenge });
    expect(again.status).toBe(202);
    const next = await again.json<CodeSent>();
    expect(next.challenge).not.toBe(challenge);
    expect((await problemOf(await verify(challenge, code))).code).toBe('challenge_expired');
    const fresh = (await mails.newest(email, 'verify')).mail.code;
    expect((await verify(next.challenge, fresh)).status).toBe(200);
  });

  test('expires after half an hour', async () => {
    const { challenge, code } = await begin();
    await db.update(challenges).set({ expiresAt: Date.now() }).where(eq(challenges.kind, 'sign_up'));
    expect((await problemOf(await verify(challenge, code))).code).toBe('challenge_expired');
    expect((await post('/verify-email/resend', { challenge })).status).toBe(410);
  });

  test('is the first one’s when two end with the same address', async () => {
    const one = await begin();
    const two = await begin({ email: one.email });
    expect((await verify(two.challenge, two.code)).status).toBe(200);
    expect((await problemOf(await verify(one.challenge, one.code))).code).toBe('email_taken');
    expect(await db.$count(users, eq(users.email, one.email))).toBe(1);
    const rows = await db.select({ id: consents.userId }).from(consents);
    const owners = new Set((await db.select({ id: users.id }).from(users)).map(({ id }) => id));
    expect(rows.every(({ id }) => owners.has(id))).toBe(true);
  });

  test('by a provider leaves nothing behind when the identity belongs to another account', async () => {
    const signUp = {
      ...{ language: 'ko', codeHash: '', passwordHash: null, name: '\u202eevil' },
      identity: { provider: 'kakao', subject: 'taken-subject' } as const,
      consents: { ...POLICIES, analytics: false, news: false },
    };
    const id = await createAccount(testContext(), { ...signUp, email: 'one@signup.example' });
    expect((await db.select().from(users).where(eq(users.id, id)))[0]?.name).toBeNull();
    const second = createAccount(testContext(), { ...signUp, email: 'two@signup.example' });
    await expect(second).rejects.toMatchObject({ code: 'identity_taken' });
    expect(await db.$count(users, eq(users.email, 'two@signup.example'))).toBe(0);
  });

  test('needs the texts in force and known fields only: no role, no verified flag', async () => {
    const old = registration({
      consents: { ...POLICIES, terms: '2020-01-01', analytics: false, news: false },
    });
    expect(await problemOf(await post('/register', old))).toMatchObject({ field: 'consents.terms' });
    for (const extra of [{ role: 'admin' }, { emailVerified: true }, { userId: 'u_1' }]) {
      expect((await post('/register', { ...registration(), ...extra })).status).toBe(422);
    }
  });
});

describe('Under 14', () => {
  // 1 March 2026, 00:30 in Seoul; still 28 February in UTC.
  const now = Date.UTC(2026, 1, 28, 15, 30);
  test.each([
    ['2012-03-01', null],
    ['2012-03-02', 'under_age'],
    ['2012-02-29', null],
    ['2026-03-01', 'under_age'],
    ['2026-03-02', 'invalid_field'],
    ['1905-03-02', null],
    ['1905-03-01', 'invalid_field'],
    ['0001-01-01', 'invalid_field'],
  ])('born on %s: %s, by the calendar of Seoul', (birthDate, code) => {
    const check = () => requireAge({ now }, birthDate);
    if (code) expect(check).toThrow(code);
    else expect(check).not.toThrow();
  });

  test('is refused, and nothing of it is kept or mailed', async () => {
    const [tried, count] = [registration({ birthDate: '2020-01-01' }), await db.$count(challenges)];
    expect((await problemOf(await post('/register', tried))).code).toBe('under_age');
    expect(await db.$count(challenges)).toBe(count);
    expect(mails.to(tried.email)).toEqual([]);
  });

  test('the birth date of who is old enough is nowhere either', async () => {
    const { challenge, code } = await begin({ birthDate: '1987-11-23' });
    expect(JSON.stringify(await db.select().from(challenges))).not.toContain('1987-11-23');
    await verify(challenge, code);
    expect(JSON.stringify(await db.select().from(users))).not.toContain('1987');
  });
});

describe('Brute force', () => {
  test('a code has five tries, the right one included after that', async () => {
    const { challenge, code } = await begin();
    for (let tries = 0; tries < 5; tries++) {
      expect((await problemOf(await verify(challenge, other(code)))).code).toBe('code_wrong');
    }
    expect((await problemOf(await verify(challenge, code))).code).toBe('challenge_expired');
  });

  test('twenty who bring the right code at once make one account', async () => {
    const { email, challenge, code } = await begin();
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(challenge, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await db.$count(users, eq(users.email, email))).toBe(1);
  });

  test('a code is not in the database, nor to be found from what is', async () => {
    const { challenge, code } = await begin();
    const rows = JSON.stringify(await db.select().from(challenges));
    expect(rows).not.toContain(`"${code}"`);
    expect(rows).not.toContain(challenge);
    expect(rows).not.toContain(PASSWORD);
  });

  test('five mails an hour to one address, whoever asks for them', async () => {
    const { email, challenge } = await begin();
    const person = await makePerson({ email: `known-${email}` });
    let last = challenge;
    for (let mail = 2; mail <= 5; mail++) {
      const again = await post('/verify-email/resend', { challenge: last });
      last = (await again.json<CodeSent>()).challenge;
    }
    for (let mail = 1; mail <= 5; mail++) await post('/register', registration({ email: person.email }));
    for (const address of [email, person.email]) {
      const refused = await post('/register', registration({ email: address }));
      expect((await problemOf(refused)).code).toBe('rate_limited');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
      expect(mails.to(address)).toHaveLength(5);
      expect((await post('/magic-link', { email: address, language: 'ko' })).status).toBe(429);
      expect((await post('/password/forgot', { email: address, language: 'ko' })).status).toBe(429);
    }
    expect((await post('/verify-email/resend', { challenge: last })).status).toBe(429);
  });
});
