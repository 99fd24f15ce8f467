import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { completeLogin } from '../auth/complete-login.ts';
import { forgiveTries } from '../auth/steps/throttle.ts';
import type { MfaNeeded, TotpSetup } from '../contract/auth.ts';
import { totpSecrets } from '../db/tables/auth.ts';
import { call } from './api.ts';
import { makePerson, type Person, testContext } from './people.ts';

export interface WithTotp extends Person {
  /** Base32, as the authenticator app has it. */
  secret: string;
  /** The recovery codes. */
  codes: string[];
}

/** Length of a time step, in milliseconds. */
export const STEP = 30_000;

/** The code an authenticator app shows at a moment. */
export const codeOf = (secret: string, at = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

/** A code that is not right now, nor at a step near by. */
export function wrongCode(secret: string): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, Date.now() + steps * STEP));
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((one) => !near.includes(one)) ?? ''
  );
}

/** Calls an operation of `/auth/mfa` as somebody. */
export const mfaCall = (path: string, { token }: Person, body: unknown = {}): Promise<Response> =>
  call('POST', `/api/v1/auth/mfa${path}`, { secret: token, body });

/** Somebody with an authenticator app, whose codes and tries so far do not count. */
export async function withTotp(person?: Person): Promise<WithTotp> {
  const who = person ?? (await makePerson());
  const { secret } = await (await mfaCall('/setup', who)).json<TotpSetup>();
  const confirmed = await mfaCall('/confirm', who, { code: codeOf(secret) });
  const { codes } = await confirmed.json<{ codes: string[] }>();
  await Promise.all([forgetStep(who), forgiveTries(testContext(), who.email)]);
  return { ...who, secret, codes };
}

/** Lets the code of this moment be used again: no test waits thirty seconds. */
export const forgetStep = ({ id }: Person) =>
  testContext().db.update(totpSecrets).set({ lastStep: 0 }).where(eq(totpSecrets.userId, id));

/** The challenge that a login ends with where there is a second factor. */
export async function mfaNeeded({ id }: Person, factors = ['password']): Promise<MfaNeeded> {
  const { answer } = await completeLogin(testContext(), { userId: id, client: 'native', factors });
  if (answer.next !== 'mfa') throw new Error(`signed in without a second factor: ${answer.next}`);
  return answer;
}

export const loginMfaCall = (challenge: string, body: object): Promise<Response> =>
  call('POST', '/api/v1/auth/login/mfa', { body: { challenge, ...body } });
