import type { Ctx } from '../../context.ts';
import type { AddPasskey, PasskeyAdded } from '../../contract/auth.ts';
import { passkeys } from '../../db/tables/auth.ts';
import { base64url } from '../../lib/ids.ts';
import { Problem } from '../../lib/problem.ts';
import { keepFirstCodes, makeCodes } from '../mfa/recovery.ts';
import { tellChange } from '../mfa/tell-change.ts';
import { signedIn } from '../signed-in.ts';
import { takeStep } from '../steps/challenges.ts';
import { ALGORITHMS, parseRegistration, refused, rpId, verified, webauthn } from './webauthn.ts';

/** Keeps a passkey the browser has made. With the first second factor come recovery codes. */
export async function addPasskey(ctx: Ctx, { challenge, name, response }: AddPasskey): Promise<PasskeyAdded> {
  const user = signedIn(ctx);
  const step = await takeStep(ctx, 'passkey_add', challenge);
  if (step.userId !== user.id) throw new Problem('challenge_expired');
  const sent = parseRegistration(response);
  const { verifyRegistrationResponse } = await webauthn();
  const { registrationInfo } = await verified(() =>
    verifyRegistrationResponse({
      response: { ...sent, clientExtensionResults: {} },
      expectedChallenge: step.data.challenge,
      expectedOrigin: ctx.origin,
      expectedRPID: rpId(ctx),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  const { credential, credentialBackedUp } = registrationInfo;
  if (credential.id !== sent.id) throw refused();
  const made = await makeCodes(user.id);
  const [added, kept] = await ctx.db.batch([
    ctx.db
      .insert(passkeys)
      .values({
        id: credential.id,
        userId: user.id,
        publicKey: base64url(credential.publicKey),
        counter: credential.counter,
        transports: sent.response.transports,
        name,
        synced: credentialBackedUp,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id }),
    keepFirstCodes(ctx, user.id, made),
  ]);
  if (added.length === 0) throw refused();
  await tellChange(ctx, user, 'passkey_added');
  return { id: credential.id, recoveryCodes: kept.length > 0 ? made.codes : null };
}
