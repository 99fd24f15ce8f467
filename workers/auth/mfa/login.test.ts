import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { LoginAnswer, TotpSetup } from '../../contract/auth.ts';
import { audit } from '../../db/tables/users.ts';
import { problemCode } from '../../testing/api.ts';
import { makePerson, testContext } from '../../testing/people.ts';
import {
  codeOf,
  loginMfaCall,
  mfaCall,
  mfaNeeded,
  withTotp,
  wrongCode,
} from '../../testing/second-factor.ts';
import { beginStep } from '../steps/challenges.ts';

const { db } = testContext();

describe('MFA', () => {
  test('twenty logins at once with one code begin one sign-in', async () => {
    const person = await withTotp();
    const steps = await Promise.all(Array.from({ length: 20 }, () => mfaNeeded(person)));
    const body = { method: 'totp', code: codeOf(person.secret) };
    const answers = await Promise.all(steps.map(({ challenge }) => loginMfaCall(challenge, body)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = await Promise.all(answers.filter(({ status }) => status !== 200).map(problemCode));
    expect(new Set(refused)).toEqual(new Set(['code_wrong', 'rate_limited']));
  });

  test('a challenge is finished once, by whichever factor', async () => {
    const { secret, codes, ...person } = await withTotp();
    const { challenge } = await mfaNeeded(person);
    const [app, recovery] = await Promise.all([
      loginMfaCall(challenge, { method: 'totp', code: codeOf(secret) }),
      loginMfaCall(challenge, { method: 'recovery', code: codes[0] }),
    ]);
    expect([app.status, recovery.status].sort()).toEqual([200, 410]);
    const again = await loginMfaCall(challenge, { method: 'recovery', code: codes[1] });
    expect(await problemCode(again)).toBe('challenge_expired');
  });

  test('a challenge of another kind is none', async () => {
    const { id, secret } = await withTotp();
    const step = await beginStep(testContext(), 'reset', { userId: id, data: { email: '' }, minutes: 5 });
    const refused = await loginMfaCall(step.token, { method: 'totp', code: codeOf(secret) });
    expect(await problemCode(refused)).toBe('challenge_expired');
  });

  test('the code of somebody else is wrong', async () => {
    const [a, b] = [await withTotp(), await withTotp()];
    const { challenge } = await mfaNeeded(a);
    const app = await loginMfaCall(challenge, { method: 'totp', code: codeOf(b.secret) });
    expect(await problemCode(app)).toBe('code_wrong');
    const recovery = await loginMfaCall(challenge, { method: 'recovery', code: b.codes[0] });
    expect(await problemCode(recovery)).toBe('code_wrong');
  });

  test('a recovery code works once, without regard to case and dash, also when it comes twice at once', async () => {
    const person = await withTotp();
    const [one = '', other = ''] = person.codes;
    const typed = one.replace('-', '').toUpperCase();
    const steps = [await mfaNeeded(person), await mfaNeeded(person), await mfaNeeded(person)];
    const answers = await Promise.all(
      steps.map(({ challenge }) => loginMfaCall(challenge, { method: 'recovery', code: typed })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    const signedIn = await answers.find(({ ok }) => ok)?.json<LoginAnswer>();
    expect(signedIn).toMatchObject({ next: 'done', user: { mfa: { recoveryCodes: 9 } } });
    const { challenge } = await mfaNeeded(person);
    expect((await loginMfaCall(challenge, { method: 'recovery', code: other })).status).toBe(200);
    const used = and(eq(audit.subject, person.id), eq(audit.action, 'mfa.recovery_used'));
    expect(await db.select().from(audit).where(used)).toHaveLength(2);
  });

  test('a way in by mail, as after a reset, does not skip the second factor', async () => {
    const person = await withTotp();
    for (const factor of ['password', 'email', 'google']) {
      expect((await mfaNeeded(person, [factor])).methods).toContain('totp');
    }
  });
});

describe('Brute force', () => {
  test('wrong codes count with those of other challenges and factors, and then a right one is refused', async () => {
    const { secret, codes, ...person } = await withTotp();
    for (let round = 0; round < 2; round++) {
      const { challenge } = await mfaNeeded(person);
      for (let tries = 0; tries < 5; tries++) {
        const body =
          tries % 2
            ? { method: 'totp', code: wrongCode(secret) }
            : { method: 'recovery', code: 'aaaaa-aaaaa' };
        expect(await problemCode(await loginMfaCall(challenge, body))).toBe('code_wrong');
      }
    }
    const { challenge } = await mfaNeeded(person);
    const refused = await loginMfaCall(challenge, { method: 'totp', code: codeOf(secret) });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemCode(refused)).toBe('rate_limited');
    const recovery = await loginMfaCall(challenge, { method: 'recovery', code: codes[0] });
    expect(await problemCode(recovery)).toBe('rate_limited');
  });

  test('a challenge takes five tries, then not even a right one', async () => {
    const { secret, ...person } = await withTotp();
    const { challenge } = await mfaNeeded(person);
    const guess = { method: 'totp', code: wrongCode(secret) };
    for (let tries = 0; tries < 5; tries++) await loginMfaCall(challenge, guess);
    const right = await loginMfaCall(challenge, { method: 'totp', code: codeOf(secret) });
    expect(await problemCode(right)).toBe('challenge_expired');
  });

  test('guesses at the first code of an authenticator app count as well', async () => {
    const person = await makePerson();
    const { secret } = await (await mfaCall('/setup', person)).json<TotpSetup>();
    for (let tries = 0; tries < 10; tries++) await mfaCall('/confirm', person, { code: wrongCode(secret) });
    expect(await problemCode(await mfaCall('/confirm', person, { code: codeOf(secret) }))).toBe(
      'rate_limited',
    );
  });
});
