import type { Ctx } from '../context.ts';
import { signedIn } from './signed-in.ts';
import { endSignIns, revokeFamily } from './tokens/families.ts';
import { ownsToken } from './tokens/refresh.ts';

/** Ends the sign-in a refresh token belongs to. One that is not valid any more is ended already: no difference. */
export async function logout(ctx: Ctx, token: string | undefined): Promise<void> {
  const family = token ? await ownsToken(ctx, token) : null;
  if (family) await revokeFamily(ctx, family.userId, family.id);
}

/** Ends every sign-in of the account, this one too. */
export async function logoutEverywhere(ctx: Ctx): Promise<void> {
  await endSignIns(ctx, signedIn(ctx).id);
}
