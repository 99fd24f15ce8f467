import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { refreshFamilies } from '../db/tables/auth.ts';
import { signedIn } from './signed-in.ts';
import { revokeFamilies } from './tokens/families.ts';
import { ownsToken } from './tokens/refresh.ts';

/** Ends the sign-in a refresh token belongs to. One that is not valid any more is ended already: no difference. */
export async function logout(ctx: Ctx, token: string | undefined): Promise<void> {
  const family = token ? await ownsToken(ctx, token) : null;
  if (!family) return;
  await ctx.db
    .update(refreshFamilies)
    .set({ revokedAt: ctx.now })
    .where(and(eq(refreshFamilies.id, family), isNull(refreshFamilies.revokedAt)));
}

/** Ends every sign-in of the account, this one too. */
export async function logoutEverywhere(ctx: Ctx): Promise<void> {
  await revokeFamilies(ctx, signedIn(ctx).id);
}
