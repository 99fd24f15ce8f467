import { and, eq } from 'drizzle-orm';
import { recentlySignedIn } from '../../auth/signed-in.ts';
import { endSignIns } from '../../auth/tokens/families.ts';
import type { Ctx } from '../../context.ts';
import type { Account } from '../../contract/users.ts';
import { users } from '../../db/tables/users.ts';
import { Problem } from '../../lib/problem.ts';
import { DAY_MS } from '../../lib/time.ts';
import { pageUrl } from '../../notifications/mail/page-url.ts';
import { notify } from '../../notifications/mail/queue.ts';
import { accountView, findUser, userIs } from '../account.ts';
import { auditIf } from '../audit.ts';
import { notLastAdmin } from '../may-act.ts';

/** How long a deleted account can be restored, in milliseconds. */
export const GRACE_MS = 7 * DAY_MS;

/** Marks the account of who asks as deleted and ends all its sign-ins. The grace over, it is purged. */
export async function beginDeletion(ctx: Ctx, { id }: { id: string }): Promise<Account> {
  const user = recentlySignedIn(ctx);
  if (id !== 'me' && id !== user.id) throw new Problem('user_not_found', { field: 'path.id' });
  const deleteAfter = ctx.now + GRACE_MS;
  const row = await mark(ctx, user.id, deleteAfter);
  if (!row) {
    const { status } = await findUser(ctx, user.id);
    throw new Problem(status === 'deleted' ? 'account_deleted' : 'last_admin');
  }
  await notify(ctx, {
    ...{ to: row.email, language: row.language },
    mail: { template: 'deletion_begun', restoreUrl: pageUrl(ctx, row.language, '/signin'), deleteAfter },
  });
  return accountView(ctx, row);
}

/** Mark, sign-outs and audit row together, or none of them: not for the last admin, nor twice. */
async function mark(ctx: Ctx, id: string, deleteAfter: number) {
  const { db, now } = ctx;
  const marked = userIs(id, eq(users.deleteAfter, deleteAfter));
  const [[row]] = await db.batch([
    db
      .update(users)
      .set({ status: 'deleted', deleteAfter, updatedAt: now })
      .where(and(eq(users.id, id), eq(users.status, 'active'), notLastAdmin))
      .returning(),
    endSignIns(ctx, id, marked),
    auditIf(ctx, { action: 'account.delete', subject: id }, marked),
  ]);
  return row;
}
