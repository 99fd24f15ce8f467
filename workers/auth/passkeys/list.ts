import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { Passkey } from '../../contract/auth.ts';
import { passkeys } from '../../db/tables/auth.ts';
import { iso, isoOrNull } from '../../lib/time.ts';
import { signedIn } from '../signed-in.ts';

/** The passkeys of the account, oldest first. */
export async function listPasskeys(ctx: Ctx): Promise<{ items: Passkey[] }> {
  const rows = await ctx.db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, signedIn(ctx).id))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
  return {
    items: rows.map(({ id, name, synced, createdAt, lastUsedAt }) => ({
      ...{ id, name, synced },
      createdAt: iso(createdAt),
      lastUsedAt: isoOrNull(lastUsedAt),
    })),
  };
}
