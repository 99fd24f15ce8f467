import { eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { PasskeyOptions } from '../../contract/auth.ts';
import { passkeys } from '../../db/tables/auth.ts';
import { seal } from '../../lib/seal.ts';
import { beginStep, peekStep } from '../steps/challenges.ts';
import { MINUTES, rpId, TIMEOUT_MS, webauthn } from './webauthn.ts';

/** The token of a login under way waits inside another step: sealed, as the record has no token anybody could use. */
export const MFA_TOKEN = 'mfa challenge';

/**
 * What the browser needs to sign in by a passkey: any it has for the site, or, with the challenge of a login that asks
 * for a second factor, one of that account's.
 */
export async function beginPasskeyLogin(
  ctx: Ctx,
  { challenge: mfa }: { challenge?: string | undefined },
): Promise<PasskeyOptions> {
  const userId = mfa ? (await peekStep(ctx, 'mfa', mfa)).userId : null;
  const allowed = userId
    ? await ctx.db
        .select({ id: passkeys.id, transports: passkeys.transports })
        .from(passkeys)
        .where(eq(passkeys.userId, userId))
    : null;
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: rpId(ctx),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    ...(allowed && { allowCredentials: allowed }),
  });
  const data = {
    challenge: options.challenge,
    mfa: mfa ? await seal(ctx.env.SEAL_KEYS, MFA_TOKEN, mfa) : null,
  };
  const { token } = await beginStep(ctx, 'passkey_login', { userId, data, minutes: MINUTES });
  return { challenge: token, options: { ...options } };
}
