import type { Ctx } from '../../context.ts';
import type { TotpSetup } from '../../contract/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { recentlySignedIn } from '../signed-in.ts';
import { newTotp } from './totp.ts';

/** A secret for an authenticator app. It counts once its first code is confirmed; asking again replaces it. */
export async function setUpTotp(ctx: Ctx): Promise<TotpSetup> {
  const made = await newTotp(ctx, recentlySignedIn(ctx));
  if (!made) throw new Problem('mfa_on');
  return made;
}
