import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { passkeys } from '../../db/tables/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { signedIn } from '../signed-in.ts';

/** Gives a passkey another name. */
export async function renamePasskey(ctx: Ctx, { id, name }: { id: string; name: string }): Promise<void> {
  const renamed = await ctx.db
    .update(passkeys)
    .set({ name })
    .where(and(eq(passkeys.id, id), eq(passkeys.userId, signedIn(ctx).id)))
    .returning({ id: passkeys.id });
  if (renamed.length === 0) throw new Problem('passkey_not_found', { field: 'path.id' });
}
