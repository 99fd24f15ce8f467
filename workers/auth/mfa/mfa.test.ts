import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import type { Ctx } from '../../context.ts';
import type { LoginAnswer, MfaNeeded, SignedIn, TotpSetup } from '../../contract/auth.ts';
import { attempts, recoveryCodes, refreshFamilies, totpSecrets } from '../../db/tables/auth.ts';
import { audit } from '../../db/tables/users.ts';
import type { MailMessage } from '../../queues/messages.ts';
import { call, problemOf } from '../../testing/api.ts';
import { makePerson, type Person, testContext } from '../../testing/people.ts';
import { completeLogin } from '../complete-login.ts';
import { RECENT_MS } from '../signed-in.ts';
import { beginStep } from '../steps/challenges.ts';
import { checkTotp } from './totp.ts';
import { turnOffTotp } from './turn-off.ts';

const { db } = testContext();
const STEP = 30_000;

const codeOf = (secret: string, at = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
const wrong = (secret: string) => {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, Date.now() + steps * STEP));
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? ''
  );
};
const post = (path: string, { token }: Person, body: unknown = {}) =>
  call('POST', `/api/v1/auth/mfa${path}`, { secret: token, body });
const code = async (response: Response) => (await problemOf(response)).code;

interface WithTotp extends Person {
  secret: string;
  codes: string[];
}

/** Somebody with an authenticator app, whose codes so far count as unused. */
async function withTotp(): Promise<WithTotp> {
  const person = await makePerson();
  const { secret } = await (await post('/setup', person)).json<TotpSetup>();
  const confirmed = await post('/confirm', person, { code: codeOf(secret) });
  const { codes } = await confirmed.json<{ codes: string[] }>();
  await forgetStep(person);
  return { ...person, secret, codes };
}

const forgetStep = ({ id }: Person) =>
  db.update(totpSecrets).set({ lastStep: 0 }).where(eq(totpSecrets.userId, id));

/** The challenge that a right password ends with. */
async function challengeOf({ id }: Person, factors = ['password']): Promise<MfaNeeded> {
  const { answer } = await completeLogin(testContext(), { userId: id, client: 'native', factors });
  if (answer.next !== 'mfa') throw new Error(`signed in without a second factor: ${answer.next}`);
  return answer;
}

const loginWith = (challenge: string, body: object) =>
  call('POST', '/api/v1/auth/login/mfa', { body: { challenge, ...body } });

const age = ({ family }: Person) =>
  db
    .update(refreshFamilies)
    .set({ authenticatedAt: Date.now() - RECENT_MS - 1000 })
    .where(eq(refreshFamilies.id, family));

describe('MFA', () => {
  test('an authenticator app is set up, asked for at login, and turned off', async () => {
    const person = await makePerson();
    const setup = await post('/setup', person);
    expect(setup.headers.get('cache-control')).toBe('no-store');
    const { secret, uri } = await setup.json<TotpSetup>();
    expect(Secret.fromBase32(secret).bytes.byteLength).toBe(20);
    expect(uri).toBe(
      `otpauth://totp/Teto-Egen:${encodeURIComponent(person.email)}?issuer=Teto-Egen&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    const login = { userId: person.id, client: 'native', factors: ['password'] } as const;
    const unconfirmed = await completeLogin(testContext(), { ...login, factors: ['password'] });
    expect(unconfirmed.answer.next).toBe('done');

    expect(await code(await post('/confirm', person, { code: wrong(secret) }))).toBe('code_wrong');
    const confirmed = await post('/confirm', person, { code: codeOf(secret) });
    expect(confirmed.headers.get('cache-control')).toBe('no-store');
    const { codes } = await confirmed.json<{ codes: string[] }>();
    expect(new Set(codes).size).toBe(10);
    for (const one of codes) expect(one).toMatch(/^[a-km-np-z2-9]{5}-[a-km-np-z2-9]{5}$/);
    expect(await code(await post('/confirm', person, { code: codeOf(secret) }))).toBe('mfa_off');
    expect(await code(await post('/setup', person))).toBe('mfa_on');

    await forgetStep(person);
    const { challenge, methods } = await challengeOf(person);
    expect(methods).toEqual(['totp', 'recovery']);
    const done = await loginWith(challenge, { method: 'totp', code: codeOf(secret) });
    const signedIn = await done.json<SignedIn>();
    expect(signedIn).toMatchObject({ next: 'done', refreshToken: expect.any(String) });
    expect(signedIn.user.mfa).toEqual({ totp: true, passkeys: 0, recoveryCodes: 10 });
    const families = await db.select().from(refreshFamilies).where(eq(refreshFamilies.userId, person.id));
    expect(families.map(({ factors }) => factors)).toContainEqual(['password', 'totp']);

    const off = () => call('DELETE', '/api/v1/auth/mfa', { secret: person.token });
    expect((await off()).status).toBe(204);
    expect(await code(await off())).toBe('mfa_off');
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
    const first = await (await post('/setup', person)).json<TotpSetup>();
    const second = await (await post('/setup', person)).json<TotpSetup>();
    expect(await code(await post('/confirm', person, { code: codeOf(first.secret) }))).toBe('code_wrong');
    expect((await post('/confirm', person, { code: codeOf(second.secret) })).status).toBe(200);
  });

  test('a secret that waited for an hour is confirmed no more', async () => {
    const person = await makePerson();
    const { secret } = await (await post('/setup', person)).json<TotpSetup>();
    const earlier = { createdAt: Date.now() - 61 * 60_000 };
    await db.update(totpSecrets).set(earlier).where(eq(totpSecrets.userId, person.id));
    expect(await code(await post('/confirm', person, { code: codeOf(secret) }))).toBe('mfa_off');
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
    const { secret } = await (await post('/setup', person)).json<TotpSetup>();
    const confirming = codeOf(secret);
    await post('/confirm', person, { code: confirming });
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

  test('twenty logins at once with one code begin one sign-in', async () => {
    const person = await withTotp();
    const steps = await Promise.all(Array.from({ length: 20 }, () => challengeOf(person)));
    const body = { method: 'totp', code: codeOf(person.secret) };
    const answers = await Promise.all(steps.map(({ challenge }) => loginWith(challenge, body)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = await Promise.all(answers.filter(({ status }) => status !== 200).map(code));
    expect(new Set(refused)).toEqual(new Set(['code_wrong', 'rate_limited']));
  });

  test('a challenge is finished once, by whichever factor', async () => {
    const { secret, codes, ...person } = await withTotp();
    const { challenge } = await challengeOf(person);
    const [app, recovery] = await Promise.all([
      loginWith(challenge, { method: 'totp', code: codeOf(secret) }),
      loginWith(challenge, { method: 'recovery', code: codes[0] }),
    ]);
    expect([app.status, recovery.status].sort()).toEqual([200, 410]);
    const again = await loginWith(challenge, { method: 'recovery', code: codes[1] });
    expect(await code(again)).toBe('challenge_expired');
  });

  test('a challenge of another kind is none', async () => {
    const { id, secret } = await withTotp();
    const step = await beginStep(testContext(), 'reset', { userId: id, data: {}, minutes: 5 });
    const refused = await loginWith(step.token, { method: 'totp', code: codeOf(secret) });
    expect(await code(refused)).toBe('challenge_expired');
  });

  test('the code of somebody else is wrong', async () => {
    const [a, b] = [await withTotp(), await withTotp()];
    const { challenge } = await challengeOf(a);
    const app = await loginWith(challenge, { method: 'totp', code: codeOf(b.secret) });
    expect(await code(app)).toBe('code_wrong');
    const recovery = await loginWith(challenge, { method: 'recovery', code: b.codes[0] });
    expect(await code(recovery)).toBe('code_wrong');
  });

  test('a recovery code works once, without regard to case and dash, also when it comes twice at once', async () => {
    const person = await withTotp();
    const [one = '', other = ''] = person.codes;
    const typed = one.replace('-', '').toUpperCase();
    const steps = [await challengeOf(person), await challengeOf(person), await challengeOf(person)];
    const answers = await Promise.all(
      steps.map(({ challenge }) => loginWith(challenge, { method: 'recovery', code: typed })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    const signedIn = await answers.find(({ ok }) => ok)?.json<LoginAnswer>();
    expect(signedIn).toMatchObject({ next: 'done', user: { mfa: { recoveryCodes: 9 } } });
    const { challenge } = await challengeOf(person);
    expect((await loginWith(challenge, { method: 'recovery', code: other })).status).toBe(200);
    const used = and(eq(audit.subject, person.id), eq(audit.action, 'mfa.recovery_used'));
    expect(await db.select().from(audit).where(used)).toHaveLength(2);
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
    const renewed = await post('/recovery-codes', person);
    const { codes } = await renewed.json<{ codes: string[] }>();
    expect(renewed.headers.get('cache-control')).toBe('no-store');
    expect(codes).toHaveLength(10);
    const { challenge } = await challengeOf(person);
    const old = await loginWith(challenge, { method: 'recovery', code: person.codes[0] });
    expect(await code(old)).toBe('code_wrong');
    expect((await loginWith(challenge, { method: 'recovery', code: codes[0] })).status).toBe(200);
    expect(await code(await post('/recovery-codes', await makePerson()))).toBe('mfa_off');
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

  test('a way in by mail, as after a reset, does not skip the second factor', async () => {
    const person = await withTotp();
    for (const factor of ['password', 'email', 'google']) {
      expect((await challengeOf(person, [factor])).methods).toContain('totp');
    }
  });

  test('what weakens an account needs a fresh proof of who is there', async () => {
    const person = await withTotp();
    await age(person);
    const calls = [
      post('/setup', person),
      post('/recovery-codes', person),
      call('DELETE', '/api/v1/auth/mfa', { secret: person.token }),
    ];
    for (const answer of await Promise.all(calls)) {
      expect(await code(answer)).toBe('reauthentication_required');
    }
  });

  test('every change is mailed, whatever id the request brings', async () => {
    const person = await withTotp();
    const sent: MailMessage[] = [];
    const MAIL_QUEUE = { send: async (one: MailMessage) => void sent.push(one) } as unknown as Queue;
    const base = testContext();
    const ctx: Ctx = {
      ...{ ...base, env: { ...env, MAIL_QUEUE } },
      user: {
        ...{ id: person.id, email: person.email, family: person.family },
        ...{ role: 'taker', status: 'active', language: 'en', authenticatedAt: base.now },
      },
    };
    await turnOffTotp(ctx);
    expect(sent).toEqual([
      {
        ...{ id: expect.stringMatching(/^mfa:.{22}$/), to: person.email, language: 'en' },
        mail: { template: 'mfa_changed', change: 'totp_off' },
      },
    ]);
    expect(sent[0]?.id).not.toContain(ctx.requestId);
  });
});

describe('Brute force', () => {
  test('wrong codes count with those of other challenges and factors, and then a right one is refused', async () => {
    const { secret, codes, ...person } = await withTotp();
    await db.delete(attempts);
    for (let round = 0; round < 2; round++) {
      const { challenge } = await challengeOf(person);
      for (let tries = 0; tries < 5; tries++) {
        const body =
          tries % 2 ? { method: 'totp', code: wrong(secret) } : { method: 'recovery', code: 'aaaaa-aaaaa' };
        expect(await code(await loginWith(challenge, body))).toBe('code_wrong');
      }
    }
    const { challenge } = await challengeOf(person);
    const refused = await loginWith(challenge, { method: 'totp', code: codeOf(secret) });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await code(refused)).toBe('rate_limited');
    const recovery = await loginWith(challenge, { method: 'recovery', code: codes[0] });
    expect(await code(recovery)).toBe('rate_limited');
  });

  test('a challenge takes five tries, then not even a right one', async () => {
    const { secret, ...person } = await withTotp();
    const { challenge } = await challengeOf(person);
    const guess = { method: 'totp', code: wrong(secret) };
    for (let tries = 0; tries < 5; tries++) await loginWith(challenge, guess);
    const right = await loginWith(challenge, { method: 'totp', code: codeOf(secret) });
    expect(await code(right)).toBe('challenge_expired');
  });

  test('guesses at the first code of an authenticator app count as well', async () => {
    const person = await makePerson();
    const { secret } = await (await post('/setup', person)).json<TotpSetup>();
    for (let tries = 0; tries < 10; tries++) await post('/confirm', person, { code: wrong(secret) });
    expect(await code(await post('/confirm', person, { code: codeOf(secret) }))).toBe('rate_limited');
  });
});
