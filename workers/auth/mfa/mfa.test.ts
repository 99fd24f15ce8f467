import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { Secret } from 'otpauth';
import { describe, expect, test } from 'vitest';
import type { SignedIn, TotpSetup } from '../../contract/auth.ts';
import { recoveryCodes, refreshFamilies, totpSecrets } from '../../db/tables/auth.ts';
import { audit } from '../../db/tables/users.ts';
import { call, problemCode } from '../../testing/api.ts';
import { makePerson, type Person, testContext } from '../../testing/people.ts';
import {
  codeOf,
  forgetStep,
  loginMfaCall,
  mfaCall,
  mfaNeeded,
  STEP,
  withTotp,
  wrongCode,
} from '../../testing/second-factor.ts';
import { completeLogin } from '../complete-login.ts';
import { RECENT_MS } from '../signed-in.ts';
import { checkTotp } from './totp.ts';

const { db } = testContext();

const age = ({ family }: Person) =>
  db
    .update(refreshFamilies)
    .set({ authenticatedAt: Date.now() - RECENT_MS - 1000 })
    .where(eq(refreshFamilies.id, family));

describe('MFA', () => {
  test('an authenticator app is set up, asked for at login, and turned off', async () => {
    const person = await makePerson();
    const setup = await mfaCall('/setup', person);
    expect(setup.headers.get('cache-control')).toBe('no-store');
    const { secret, uri } = await setup.json<TotpSetup>();
    expect(Secret.fromBase32(secret).bytes.byteLength).toBe(20);
    expect(uri).toBe(
      `otpauth://totp/Teto-Egen:${encodeURIComponent(person.email)}?issuer=Teto-Egen&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    const login = { userId: person.id, client: 'native', factors: ['password'] } as const;
    const unconfirmed = await completeLogin(testContext(), { ...login, factors: ['password'] });
    expect(unconfirmed.answer.next).toBe('done');

    expect(await problemCode(await mfaCall('/confirm', person, { code: wrongCode(secret) }))).toBe(
      'code_wrong',
    );
    const confirmed = await mfaCall('/confirm', person, { code: codeOf(secret) });
    expect(confirmed.headers.get('cache-control')).toBe('no-store');
    const { codes } = await confirmed.json<{ codes: string[] }>();
    expect(new Set(codes).size).toBe(10);
    for (const one of codes) expect(one).toMatch(/^[a-km-np-z2-9]{5}-[a-km-np-z2-9]{5}$/);
    expect(await problemCode(await mfaCall('/confirm', person, { code: codeOf(secret) }))).toBe('mfa_off');
    expect(await problemCode(await mfaCall('/setup', person))).toBe('mfa_on');

    await forgetStep(person);
    const { challenge, methods } = await mfaNeeded(person);
    expect(methods).toEqual(['totp', 'recovery']);
    const done = await loginMfaCall(challenge, { method: 'totp', code: codeOf(secret) });
    const signedIn = await done.json<SignedIn>();
    expect(signedIn).toMatchObject({ next: 'done', refreshToken: expect.any(String) });
    expect(signedIn.user.mfa).toEqual({ totp: true, passkeys: 0, recoveryCodes: 10 });
    const families = await db.select().from(refreshFamilies).where(eq(refreshFamilies.userId, person.id));
    expect(families.map(({ factors }) => factors)).toContainEqual(['password', 'totp']);

    const off = () => call('DELETE', '/api/v1/auth/mfa', { secret: person.token });
    expect((await off()).status).toBe(204);
    expect(await problemCode(await off())).toBe('mfa_off');
    expect(await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.id))).toEqual([]);
    expect((await completeLogin(testContext(), { ...login, factors: ['password'] })).answer.next).toBe(
      'done',
    );
    const rows = await db.select().from(audit).where(eq(audit.subject, person.id));
    expect(rows.map(({ action, actor }) => [action, actor])).toEqual([
      ['mfa.totp_on', person.id],
      ['mfa.totp_off', person.id],
    ]);
  });

  test('asking for a secret again replaces the one not confirmed, and only that', async () => {
    const person = await makePerson();
    const first = await (await mfaCall('/setup', person)).json<TotpSetup>();
    const second = await (await mfaCall('/setup', person)).json<TotpSetup>();
    expect(await problemCode(await mfaCall('/confirm', person, { code: codeOf(first.secret) }))).toBe(
      'code_wrong',
    );
    expect((await mfaCall('/confirm', person, { code: codeOf(second.secret) })).status).toBe(200);
  });

  test('a secret that waited for an hour is confirmed no more', async () => {
    const person = await makePerson();
    const { secret } = await (await mfaCall('/setup', person)).json<TotpSetup>();
    const earlier = { createdAt: Date.now() - 61 * 60_000 };
    await db.update(totpSecrets).set(earlier).where(eq(totpSecrets.userId, person.id));
    expect(await problemCode(await mfaCall('/confirm', person, { code: codeOf(secret) }))).toBe('mfa_off');
  });

  test.each([-2, -1, 0, 1, 2])('a code %i steps away counts if that is at most one', async (steps) => {
    const { id, secret } = await withTotp();
    // Fixed in the middle of a step: the clock of the test cannot tip it over.
    const now = Math.floor(Date.now() / STEP) * STEP + STEP / 2;
    const right = await checkTotp({ ...testContext(), now }, id, codeOf(secret, now + steps * STEP));
    expect(right).toBe(Math.abs(steps) <= 1);
  });

  test('a code works once: not again, not an older one, not the one that confirmed', async () => {
    const person = await makePerson();
    const { secret } = await (await mfaCall('/setup', person)).json<TotpSetup>();
    const confirming = codeOf(secret);
    await mfaCall('/confirm', person, { code: confirming });
    expect(await checkTotp(testContext(), person.id, confirming)).toBe(false);
    const now = Date.now() + 4 * STEP;
    const ctx = { ...testContext(), now };
    expect(await checkTotp(ctx, person.id, codeOf(secret, now))).toBe(true);
    expect(await checkTotp(ctx, person.id, codeOf(secret, now))).toBe(false);
    expect(await checkTotp(ctx, person.id, codeOf(secret, now - STEP))).toBe(false);
    expect(await checkTotp(ctx, person.id, codeOf(secret, now + STEP))).toBe(true);
  });

  test('a code works once when it comes twenty times at once', async () => {
    const { id, secret } = await withTotp();
    const one = codeOf(secret);
    const right = await Promise.all(Array.from({ length: 20 }, () => checkTotp(testContext(), id, one)));
    expect(right.filter(Boolean)).toHaveLength(1);
  });

  test('recovery codes are hashed; new ones end the old ones; without a second factor there are none', async () => {
    const person = await withTotp();
    const rows = await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.id));
    expect(rows).toHaveLength(10);
    const stored = JSON.stringify(rows).toLowerCase();
    for (const one of person.codes) {
      expect(stored).not.toContain(one);
      expect(stored).not.toContain(one.replace('-', ''));
    }
    const renewed = await mfaCall('/recovery-codes', person);
    const { codes } = await renewed.json<{ codes: string[] }>();
    expect(renewed.headers.get('cache-control')).toBe('no-store');
    expect(codes).toHaveLength(10);
    const { challenge } = await mfaNeeded(person);
    const old = await loginMfaCall(challenge, { method: 'recovery', code: person.codes[0] });
    expect(await problemCode(old)).toBe('code_wrong');
    expect((await loginMfaCall(challenge, { method: 'recovery', code: codes[0] })).status).toBe(200);
    expect(await problemCode(await mfaCall('/recovery-codes', await makePerson()))).toBe('mfa_off');
  });

  test('secrets are sealed at rest, for their owner only', async () => {
    const [a, b] = [await withTotp(), await withTotp()];
    const { results } = await env.DB.prepare('SELECT * FROM totp_secrets WHERE user_id = ?').bind(a.id).all();
    const { base32, hex, latin1 } = Secret.fromBase32(a.secret);
    const stored = JSON.stringify(results).toLowerCase();
    for (const text of [base32, hex, latin1, btoa(latin1)]) expect(stored).not.toContain(text.toLowerCase());
    const row = { secret: String(results[0]?.secret) };
    await db.update(totpSecrets).set(row).where(eq(totpSecrets.userId, b.id));
    await expect(checkTotp(testContext(), b.id, codeOf(a.secret))).rejects.toThrow();
  });

  test('what weakens an account needs a fresh proof of who is there', async () => {
    const person = await withTotp();
    await age(person);
    const calls = [
      mfaCall('/setup', person),
      mfaCall('/recovery-codes', person),
      call('DELETE', '/api/v1/auth/mfa', { secret: person.token }),
    ];
    for (const answer of await Promise.all(calls)) {
      expect(await problemCode(answer)).toBe('reauthentication_required');
    }
  });
});
