import { eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { PasskeyOptions } from '../../contract/auth.ts';
import { passkeys } from '../../db/tables/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { recentlySignedIn } from '../signed-in.ts';
import { beginStep } from '../steps/challenges.ts';
import { ALGORITHMS, MINUTES, rpId, TIMEOUT_MS, webauthn } from './webauthn.ts';

const MOST = 20;

/** What the browser needs to make a passkey. One that can sign in by itself: it is found without a name, and asks who it is. */
export async function beginAddingPasskey(ctx: Ctx): Promise<PasskeyOptions> {
  const user = recentlySignedIn(ctx);
  const known = await ctx.db
    .select({ id: passkeys.id, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, user.id));
  if (known.length >= MOST) {
    throw new Problem('passkey_refused', {
      field: 'body',
      detail: `An account has at most ${MOST} passkeys.`,
    });
  }
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: 'Teto-Egen',
    rpID: rpId(ctx),
    userID: new Uint8Array(new TextEncoder().encode(user.id)),
    userName: user.email,
    userDisplayName: user.email,
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  const data = { challenge: options.challenge };
  const { token } = await beginStep(ctx, 'passkey_add', { userId: user.id, data, minutes: MINUTES });
  return { challenge: token, options: { ...options } };
}
