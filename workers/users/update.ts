import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Account, UpdateAccount } from '../contract/users.ts';
import { users } from '../db/tables/users.ts';
import { Problem } from '../lib/problem.ts';
import { accountView } from './account.ts';
import { ownId } from './who.ts';

/** Changes one's own name or language. */
export async function updateAccount(
  ctx: Ctx,
  { id, change }: { id: string; change: UpdateAccount },
): Promise<Account> {
  const { name, language } = change;
  const [row] = await ctx.db
    .update(users)
    .set({
      ...(name !== undefined && { name }),
      ...(language !== undefined && { language }),
      updatedAt: ctx.now,
    })
    .where(eq(users.id, ownId(ctx, id)))
    .returning();
  if (!row) throw new Problem('user_not_found', { field: 'path.id' });
  return accountView(ctx, row);
}
