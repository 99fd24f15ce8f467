import { and, eq, gt } from 'drizzle-orm';
import { signedIn } from '../../auth/signed-in.ts';
import type { Ctx } from '../../context.ts';
import type { Account } from '../../contract/users.ts';
import { users } from '../../db/tables/users.ts';
import { Problem } from '../../lib/problem.ts';
import { notify } from '../../notifications/mail/queue.ts';
import { accountView, findUser } from '../account.ts';
import { recordAudit } from '../audit.ts';

/** Takes a deletion back. Once the grace is over nobody can: the purge may have begun. */
export async function restoreAccount(ctx: Ctx): Promise<Account> {
  const { id } = signedIn(ctx);
  const [row] = await ctx.db
    .update(users)
    .set({ status: 'active', deleteAfter: null, updatedAt: ctx.now })
    .where(and(eq(users.id, id), eq(users.status, 'deleted'), gt(users.deleteAfter, ctx.now)))
    .returning();
  if (!row) {
    const { status } = await findUser(ctx, id);
    throw status === 'deleted'
      ? new Problem('user_not_found', { field: 'path.id' })
      : new Problem('account_not_deleted');
  }
  await recordAudit(ctx, { action: 'account.restore', subject: id });
  await notify(ctx, { to: row.email, language: row.language, mail: { template: 'restored' } });
  return accountView(ctx, row);
}
