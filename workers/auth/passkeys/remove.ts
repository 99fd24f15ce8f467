import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { passkeys } from '../../db/tables/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { dropIdleCodes } from '../mfa/recovery.ts';
import { tellChange } from '../mfa/tell-change.ts';
import { otherWay } from '../other-way.ts';
import { recentlySignedIn } from '../signed-in.ts';

/** Removes a passkey, and the recovery codes with the last second factor. Never the last way in beside the mailed link. */
export async function removePasskey(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const user = recentlySignedIn(ctx);
  const own = and(eq(passkeys.id, id), eq(passkeys.userId, user.id));
  const [removed] = await ctx.db.batch([
    ctx.db
      .delete(passkeys)
      .where(and(own, otherWay(user.id, { passkey: id })))
      .returning({ id: passkeys.id }),
    dropIdleCodes(ctx, user.id),
  ]);
  if (removed.length === 0) {
    const [left] = await ctx.db.select({ id: passkeys.id }).from(passkeys).where(own);
    throw left ? new Problem('last_way_in') : new Problem('passkey_not_found', { field: 'path.id' });
  }
  await tellChange(ctx, user, 'passkey_removed');
}
