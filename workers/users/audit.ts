import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { audit } from '../db/tables/users.ts';

interface Entry {
  /** What was done, dotted: `users.suspend`. */
  action: string;
  /** To whom or what. */
  subject?: string;
  /** Never a secret, an answer or an address. */
  details?: Record<string, unknown>;
}

/** The row of an entry, for a batch that does and records at once. Who is taken from the request. */
export const auditRow = ({ user, now, requestId }: Ctx, { action, subject, details = {} }: Entry) => ({
  at: now,
  actor: user?.id ?? null,
  role: user?.role ?? null,
  action,
  subject: subject ?? null,
  details,
  requestId,
});

/** Writes down a privileged act, or what happened to the keys of an account. */
export async function recordAudit(ctx: Ctx, entry: Entry): Promise<void> {
  await ctx.db.insert(audit).values(auditRow(ctx, entry));
}

/** The insert of an entry for a batch, made only if `condition` holds once the statements before it are done. */
export function auditIf(ctx: Ctx, entry: Entry, condition: SQL) {
  const { at, actor, role, action, subject, details, requestId } = auditRow(ctx, entry);
  const values = sql`NULL, ${at}, ${actor}, ${role}, ${action}, ${subject}, ${JSON.stringify(details)}, ${requestId}`;
  return ctx.db.insert(audit).select(sql`SELECT ${values} WHERE ${condition}`);
}
