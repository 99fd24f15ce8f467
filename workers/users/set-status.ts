import { and, eq, inArray, ne } from 'drizzle-orm';
import { recentlySignedIn } from '../auth/signed-in.ts';
import { endSignIns } from '../auth/tokens/families.ts';
import type { Ctx } from '../context.ts';
import { rolesUnder } from '../contract/access.ts';
import type { Account, SetStatus } from '../contract/users.ts';
import { users } from '../db/tables/users.ts';
import { withoutAddresses } from '../lib/mask.ts';
import { Problem } from '../lib/problem.ts';
import { notify } from '../notifications/mail/queue.ts';
import { accountView, findUser, userIs } from './account.ts';
import { auditIf } from './audit.ts';
import { notLastAdmin, requireMayAct } from './may-act.ts';

/** Suspends an account, which ends every sign-in and is mailed, or takes the suspension back. */
export async function setStatus(
  ctx: Ctx,
  { id, status, reason }: SetStatus & { id: string },
): Promise<Account> {
  const { db, now } = ctx;
  const actor = recentlySignedIn(ctx);
  const target = await findUser(ctx, id === 'me' ? actor.id : id);
  requireMayAct(actor, target);
  if (target.status === 'deleted') throw new Problem('account_deleted');
  const [[row]] = await db.batch([
    db
      .update(users)
      .set({ status, updatedAt: now })
      .where(
        and(
          eq(users.id, target.id),
          ne(users.status, 'deleted'),
          inArray(users.role, rolesUnder(actor.role)),
          notLastAdmin,
        ),
      )
      .returning(),
    auditIf(
      ctx,
      {
        action: 'users.suspend',
        subject: target.id,
        details: { from: target.status, to: status, reason: withoutAddresses(reason) },
      },
      userIs(target.id, eq(users.status, status)),
    ),
    endSignIns(ctx, target.id, userIs(target.id, eq(users.status, 'suspended'))),
  ]);
  if (!row) throw new Problem(target.role === 'admin' ? 'last_admin' : 'not_allowed');
  if (status === 'suspended' && target.status !== 'suspended') {
    const { email: to, language } = row;
    await notify(ctx, { to, language, mail: { template: 'suspended' } });
  }
  return accountView(ctx, row);
}
