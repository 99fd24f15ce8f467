import { and, eq, lt, or, sql } from 'drizzle-orm';
import { base64url as bytes } from 'jose';
import type { Ctx } from '../../context.ts';
import type { PasskeyLogin } from '../../contract/auth.ts';
import { passkeys } from '../../db/tables/auth.ts';
import { base64url } from '../../lib/ids.ts';
import { unseal } from '../../lib/seal.ts';
import { completeLogin, type Login } from '../complete-login.ts';
import { takeStep } from '../steps/challenges.ts';
import { countTry } from '../steps/throttle.ts';
import { MFA_TOKEN } from './begin-login.ts';
import { parseAssertion, refused, rpId, verified, webauthn } from './webauthn.ts';

/** A login by a passkey: the whole of it, or the second factor of one under way. */
export async function loginByPasskey(
  ctx: Ctx,
  { challenge, response, client }: PasskeyLogin,
): Promise<Login> {
  // A signature cannot be guessed: the address is counted for the work it makes, the account is not locked by it.
  await countTry(ctx, {});
  const { userId, data } = await takeStep(ctx, 'passkey_login', challenge);
  const owner = await provePasskey(ctx, { response, challenge: data.challenge, userId });
  if (!data.mfa) return completeLogin(ctx, { userId: owner, client, factors: ['passkey'] });
  const first = await takeStep(ctx, 'mfa', await unseal(ctx.env.SEAL_KEYS, MFA_TOKEN, data.mfa));
  return completeLogin(ctx, {
    userId: owner,
    client: first.data.client,
    factors: [...first.data.factors, 'passkey'],
  });
}

interface Proof {
  response: unknown;
  challenge: string;
  /** Whose passkey it must be; null when that is what the passkey tells. */
  userId: string | null;
}

/** Whose passkey signed the challenge; `passkey_refused` for every other signature. */
export async function provePasskey(ctx: Ctx, { response, challenge, userId }: Proof): Promise<string> {
  const sent = parseAssertion(response);
  const [key] = await ctx.db.select().from(passkeys).where(eq(passkeys.id, sent.id));
  if (!key || (userId && key.userId !== userId)) throw refused();
  // Where the passkey alone says who it is, the key and its user must agree (WebAuthn 7.2, step 6).
  const { userHandle, ...signed } = sent.response;
  const named = userHandle ? userHandle === base64url(new TextEncoder().encode(key.userId)) : userId !== null;
  if (!named) throw refused();
  const { verifyAuthenticationResponse } = await webauthn();
  const { authenticationInfo } = await verified(() =>
    verifyAuthenticationResponse({
      response: { ...sent, response: signed, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: ctx.origin,
      expectedRPID: rpId(ctx),
      credential: {
        id: key.id,
        publicKey: new Uint8Array(bytes.decode(key.publicKey)),
        counter: key.counter,
      },
      requireUserVerification: true,
    }),
  );
  const { newCounter, credentialBackedUp } = authenticationInfo;
  const used = await ctx.db
    .update(passkeys)
    .set({ counter: newCounter, lastUsedAt: ctx.now, synced: credentialBackedUp })
    .where(
      and(
        eq(passkeys.id, key.id),
        eq(passkeys.userId, key.userId),
        // Again here, for two that come at once. Keys that do not count always say 0.
        or(lt(passkeys.counter, newCounter), sql`(${passkeys.counter} = 0 AND ${newCounter} = 0)`),
      ),
    )
    .returning({ id: passkeys.id });
  if (used.length === 0) throw refused();
  return key.userId;
}
