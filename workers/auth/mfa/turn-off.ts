import { and, eq, isNotNull } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { totpSecrets } from '../../db/tables/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { recentlySignedIn } from '../signed-in.ts';
import { dropIdleCodes } from './recovery.ts';
import { tellChange } from './tell-change.ts';

/** Removes the authenticator app, and the recovery codes when no other second factor is left. */
export async function turnOffTotp(ctx: Ctx): Promise<void> {
  const user = recentlySignedIn(ctx);
  const [removed] = await ctx.db.batch([
    ctx.db
      .delete(totpSecrets)
      .where(and(eq(totpSecrets.userId, user.id), isNotNull(totpSecrets.confirmedAt)))
      .returning({ userId: totpSecrets.userId }),
    dropIdleCodes(ctx, user.id),
  ]);
  if (removed.length === 0) throw new Problem('mfa_off');
  await tellChange(ctx, user, 'totp_off');
}
