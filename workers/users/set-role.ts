import { and, eq } from 'drizzle-orm';
import { recentlySignedIn } from '../auth/signed-in.ts';
import type { Ctx } from '../context.ts';
import type { Account, SetRole } from '../contract/users.ts';
import { users } from '../db/tables/users.ts';
import { withoutAddresses } from '../lib/mask.ts';
import { Problem } from '../lib/problem.ts';
import { accountView, findUser, userIs } from './account.ts';
import { auditIf } from './audit.ts';
import { notLastAdmin, requireMayAct } from './may-act.ts';

/** Gives an account another role. It counts from its next request on; no sign-in ends. One admin always stays. */
export async function setRole(ctx: Ctx, { id, role, reason }: SetRole & { id: string }): Promise<Account> {
  const { db, now } = ctx;
  const actor = recentlySignedIn(ctx);
  const target = await findUser(ctx, id === 'me' ? actor.id : id);
  requireMayAct(actor, target);
  const [[row]] = await db.batch([
    db
      .update(users)
      .set({ role, updatedAt: now })
      .where(and(eq(users.id, target.id), role === 'admin' ? undefined : notLastAdmin))
      .returning(),
    auditIf(
      ctx,
      {
        action: 'users.role',
        subject: target.id,
        details: { from: target.role, to: role, reason: withoutAddresses(reason) },
      },
      userIs(target.id, eq(users.role, role)),
    ),
  ]);
  if (!row) throw new Problem('last_admin');
  return accountView(ctx, row);
}
