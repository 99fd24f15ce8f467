import { and, eq, like } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { attempts } from '../db/tables/auth.ts';
import { audit } from '../db/tables/users.ts';
import { call, problemOf } from '../testing/api.ts';
import { catchMails } from '../testing/mails.ts';
import { makePerson, testContext } from '../testing/people.ts';
import { newAddress, PASSWORD } from '../testing/sign-up.ts';
import { completeLogin } from './complete-login.ts';
import { hashPassword, work } from './password/hash.ts';
import { liveFamilies } from './tokens/families.ts';

const { db } = testContext();
catchMails();
const hashes = vi.spyOn(work, 'argon2id');
beforeEach(() => void hashes.mockClear());

const login = (email: string, password: string, headers: Record<string, string> = {}) =>
  call('POST', '/api/v1/auth/login', { body: { email, password, client: 'native' }, headers });
const someone = () => makePerson({ passwordHash: hashPassword(PASSWORD) });
const locked = async (response: Response) => (await problemOf(response)).code === 'rate_limited';

async function wrongTries(email: string, times: number): Promise<void> {
  for (let tries = 0; tries < times; tries++) expect((await login(email, 'not the one')).status).toBe(401);
}

describe('Brute force', () => {
  test('ten tries at an account, then even the right password waits, and no hash is made', async () => {
    const { email, id } = await someone();
    await wrongTries(email, 10);
    hashes.mockClear();
    const refused = await login(email, PASSWORD);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(await locked(refused)).toBe(true);
    expect(await locked(await login(email.toUpperCase(), PASSWORD))).toBe(true);
    expect(hashes).not.toHaveBeenCalled();
    await vi.waitFor(async () => {
      const rows = await db.select().from(audit).where(eq(audit.subject, id));
      expect(rows).toMatchObject([{ action: 'auth.locked', actor: null, details: {} }]);
    });
  });

  test('an unknown address is locked as a known one, and leaves no audit', async () => {
    const nobody = newAddress();
    const before = await db.$count(audit);
    await wrongTries(nobody, 10);
    expect(await locked(await login(nobody, PASSWORD))).toBe(true);
    expect(await db.$count(audit)).toBe(before);
  });

  test('twenty at once count as twenty', async () => {
    const { email } = await someone();
    const answers = await Promise.all(Array.from({ length: 20 }, () => login(email, 'not the one')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });

  test('tries count together whatever the factor: login, current password, code, authenticator', async () => {
    const { email, token: secret } = await someone();
    const again = (body: unknown) => call('POST', '/api/v1/auth/reauthenticate', { body, secret });
    const change = { current: 'not the one', password: 'tulip and rose 12' };
    await wrongTries(email, 4);
    for (let tries = 0; tries < 2; tries++) {
      expect((await problemOf(await again({ password: 'not the one' }))).code).toBe('credentials_wrong');
      expect((await problemOf(await again({ totp: '000000' }))).code).toBe('code_wrong');
      const changed = await call('PUT', '/api/v1/auth/password', { body: change, secret });
      expect(await problemOf(changed)).toMatchObject({ code: 'credentials_wrong', field: 'current' });
    }
    hashes.mockClear();
    expect(await locked(await again({ totp: '000000' }))).toBe(true);
    expect(await locked(await login(email, PASSWORD))).toBe(true);
    expect(await locked(await call('PUT', '/api/v1/auth/password', { body: change, secret }))).toBe(true);
    expect(hashes).not.toHaveBeenCalled();
  });

  test('the lock ends by itself, and who then comes in begins at nothing', async () => {
    const { email } = await someone();
    await wrongTries(email, 10);
    expect(await locked(await login(email, PASSWORD))).toBe(true);
    await db
      .update(attempts)
      .set({ until: Date.now() - 1 })
      .where(like(attempts.key, 'a:%'));
    expect((await login(email, PASSWORD)).status).toBe(200);
    await wrongTries(email, 10);
  });

  test('fifty tries a day, however slowly they come', async () => {
    const { email } = await someone();
    await wrongTries(email, 1);
    await db.update(attempts).set({ until: 0 }).where(like(attempts.key, 'a:%'));
    await db
      .update(attempts)
      .set({ count: 50 })
      .where(and(like(attempts.key, 'd:%'), eq(attempts.count, 1)));
    const refused = await login(email, PASSWORD);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(80_000);
  });

  test('sixty tries from one address, whoever is tried; an IPv6 one counts by its /64', async () => {
    const from = (address: string, more = {}) =>
      login(newAddress(), 'not the one', { 'cf-connecting-ip': address, ...more });
    expect((await from('2001:db8:1:2::1')).status).toBe(401);
    await db.update(attempts).set({ count: 60 }).where(like(attempts.key, 'i:%'));
    hashes.mockClear();
    expect(await locked(await from('2001:db8:1:2:ffff::99'))).toBe(true);
    expect(hashes).not.toHaveBeenCalled();
    expect((await from('2001:db8:1:3::1')).status).toBe(401);
    expect((await from('198.51.100.7')).status).toBe(401);
  });

  test('X-Forwarded-For moves nobody to another address', async () => {
    const forwarded = (address: string) => ({
      'cf-connecting-ip': '203.0.113.9',
      'x-forwarded-for': address,
    });
    expect((await login(newAddress(), 'not the one', forwarded('192.0.2.1'))).status).toBe(401);
    await db.update(attempts).set({ count: 60 }).where(like(attempts.key, 'i:%'));
    for (const address of ['192.0.2.2', '2001:db8::5', '127.0.0.1']) {
      expect(await locked(await login(newAddress(), 'not the one', forwarded(address)))).toBe(true);
    }
    const alone = { 'x-forwarded-for': '192.0.2.77' };
    await login(newAddress(), 'not the one', alone);
    expect(await db.$count(attempts, and(like(attempts.key, 'i:%'), eq(attempts.count, 1)))).toBe(0);
  });

  test('keys of the count hold no address', async () => {
    const { email } = await someone();
    await login(email, 'not the one', { 'cf-connecting-ip': '203.0.113.50' });
    const keys = (await db.select().from(attempts)).map(({ key }) => key).join();
    expect(keys).not.toMatch(/@|203\.0/);
    expect(keys).toMatch(/^([adim]:[\w-]{22},?)+$/);
  });
});

test('Brute force: passwords and codes have a stricter limit by address than what a visit asks for', async () => {
  const headers = { 'cf-connecting-ip': '203.0.113.77' };
  const statuses = new Set<number>();
  // The minute the platform counts in may turn over once on the way.
  for (let turn = 0; turn < 70 && !statuses.has(429); turn++) {
    const body = { email: `nobody${turn}@example.com`, language: 'ko' };
    statuses.add((await call('POST', '/api/v1/auth/magic-link', { headers, body })).status);
  }
  expect([...statuses]).toEqual([202, 429]);
  expect((await call('POST', '/api/v1/auth/refresh', { headers })).status).toBe(401);
  expect((await call('GET', '/api/v1/auth/oauth', { headers })).status).toBe(200);
});

describe('Brute force: whoever is refused', () => {
  test('uses up nothing of the account: after the short lock its owner is let in', async () => {
    const { email } = await someone();
    await db.delete(attempts);
    for (let turn = 0; turn < 70; turn++) {
      await login(email, 'wrong every time', { 'cf-connecting-ip': `203.0.113.${turn}` });
    }
    const rows = await db.select().from(attempts).where(like(attempts.key, 'd:%'));
    expect(Math.max(...rows.map(({ count }) => count))).toBeLessThan(12);
    await db.update(attempts).set({ until: 0 }).where(like(attempts.key, 'a:%'));
    expect((await login(email, PASSWORD)).status).toBe(200);
  });

  test('by address counts against no account any more', async () => {
    const { email } = await someone();
    const headers = { 'cf-connecting-ip': '198.51.100.44' };
    await db.delete(attempts);
    for (let turn = 0; turn < 60; turn++) await login(`n${turn}@example.com`, 'x', headers);
    const before = await db.$count(attempts);
    expect(await locked(await login(email, 'x', headers))).toBe(true);
    expect(await db.$count(attempts)).toBe(before);
  });

  test('a right password gives the try back to the address: a school behind one does not lock itself out', async () => {
    const headers = { 'cf-connecting-ip': '198.51.100.45' };
    const { email } = await someone();
    for (let turn = 0; turn < 5; turn++) expect((await login(email, PASSWORD, headers)).status).toBe(200);
    const rows = await db.select().from(attempts).where(like(attempts.key, 'i:%'));
    expect(rows.map(({ count }) => count)).toContain(0);
  });
});

test('Tokens: a sign-in that was under way while the password changed ends with the old one', async () => {
  const ctx = testContext();
  const { id } = await someone();
  const late = completeLogin(ctx, {
    ...{ userId: id, client: 'native', factors: ['password'] },
    against: { passwordHash: 'the one before' },
  });
  await expect(late).rejects.toMatchObject({ code: 'credentials_wrong' });
  expect(await liveFamilies(ctx, id)).toHaveLength(1);
});
