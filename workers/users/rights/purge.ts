import { and, eq, like, lte, not, or, sql } from 'drizzle-orm';
import { forgiveTries } from '../../auth/steps/throttle.ts';
import type { Ctx } from '../../context.ts';
import { PERMISSIONS } from '../../contract/access.ts';
import {
  challenges,
  identities,
  passkeys,
  recoveryCodes,
  refreshFamilies,
  totpSecrets,
} from '../../db/tables/auth.ts';
import { sentMail } from '../../db/tables/notifications.ts';
import { audit, consents, exports, users } from '../../db/tables/users.ts';
import { sha256 } from '../../lib/ids.ts';
import { sendMail } from '../../notifications/mail/queue.ts';
import type { UserRow } from '../account.ts';
import { auditRow } from '../audit.ts';
import { exportKey } from './export-view.ts';
import { purgeResults } from './purge-results.ts';

/** Tables whose rows belong to one account, emptied of it together with the account itself. */
export const OWNED = [
  challenges,
  totpSecrets,
  recoveryCodes,
  passkeys,
  identities,
  refreshFamilies,
  consents,
  exports,
] as const;

/**
 * Deletes an account whose grace is over, everywhere. It may die between any two steps and be delivered again: what
 * leads to the rest, the account's row, goes last, in one transaction with all that hangs on it alone. A message for an
 * account that was restored, or is gone already, does nothing.
 */
export async function purgeAccount(ctx: Ctx, { userId }: { userId: string }): Promise<void> {
  const user = await beginPurge(ctx, userId);
  if (!user) return;
  await purgeResults(ctx, userId);
  await purgeExports(ctx, userId);
  await forgiveTries(ctx, user.email);
  await tell(ctx, user);
  await endAccount(ctx, user);
}

/** From here on nobody can restore it: `restoreAccount` asks for a time that lies ahead. */
async function beginPurge({ db, now }: Ctx, id: string): Promise<UserRow | undefined> {
  const [user] = await db
    .update(users)
    .set({ deleteAfter: 0 })
    .where(and(eq(users.id, id), eq(users.status, 'deleted'), lte(users.deleteAfter, now)))
    .returning();
  return user;
}

/** The files; their rows go with the account. A build that ends later finds no row and deletes its file itself. */
async function purgeExports({ db, env }: Ctx, userId: string): Promise<void> {
  const rows = await db.select({ id: exports.id }).from(exports).where(eq(exports.userId, userId));
  if (rows.length > 0) await env.FILES.delete(rows.map(({ id }) => exportKey(id)));
}

/** The address travels in the message only, and the id of the mail leads back to nobody. */
async function tell(ctx: Ctx, { id, email, language }: UserRow): Promise<void> {
  await sendMail(ctx, {
    id: `deletion_done:${(await sha256(`deletion:${id}`)).slice(0, 22)}`,
    ...{ to: email, language },
    mail: { template: 'deletion_done' },
  });
}

/** What the permission map covers is done to others, or as staff; the rest of the audit is one's own. */
const PRIVILEGED = [...new Set(Object.keys(PERMISSIONS).map((name) => name.split('.')[0]))];

async function endAccount(ctx: Ctx, { id, email }: UserRow): Promise<void> {
  const { db, env } = ctx;
  const about = eq(audit.subject, id);
  const privileged = or(...PRIVILEGED.map((service) => like(audit.action, `${service}.%`)));
  const [gone] = await db.batch([
    db.delete(exports).where(eq(exports.userId, id)).returning({ id: exports.id }),
    db.delete(audit).where(and(or(about, eq(audit.actor, id)), not(privileged ?? sql`0`))),
    db.update(audit).set({ details: {} }).where(about),
    db.insert(audit).values(auditRow(ctx, { action: 'account.purge', subject: id })),
    db.delete(challenges).where(sql`json_extract(${challenges.data}, '$.email') = ${email}`),
    db.delete(sentMail).where(sql`instr(${sentMail.id}, ${id}) > 0`),
    ...OWNED.map((table) => db.delete(table).where(eq(table.userId, id))),
    db.delete(users).where(eq(users.id, id)),
  ]);
  // One that was finished after the files went.
  if (gone.length > 0) await env.FILES.delete(gone.map((one) => exportKey(one.id)));
}
