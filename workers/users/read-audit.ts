import { and, desc, eq, lt } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { AuditEntry, AuditQuery } from '../contract/users.ts';
import { audit } from '../db/tables/users.ts';
import { pageOf } from '../lib/cursor.ts';
import { Problem } from '../lib/problem.ts';
import { iso } from '../lib/time.ts';
import { recordAudit } from './audit.ts';

/** What was done with rights, and with the keys of accounts; latest first. Reading it leaves an entry as well. */
export async function readAudit(
  ctx: Ctx,
  { actor, subject, action, cursor, limit }: AuditQuery,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const rows = await ctx.db
    .select()
    .from(audit)
    .where(
      and(
        actor ? eq(audit.actor, actor) : undefined,
        subject ? eq(audit.subject, subject) : undefined,
        action ? eq(audit.action, action) : undefined,
        cursor ? lt(audit.id, placeOf(cursor)) : undefined,
      ),
    )
    .orderBy(desc(audit.id))
    .limit(limit + 1);
  await recordAudit(ctx, {
    action: 'audit.read',
    details: { actor: actor ?? null, filtered: Boolean(subject || action) },
  });
  const { items, nextCursor } = pageOf(rows, limit, ({ id }) => String(id));
  return { items: items.map((row) => ({ ...row, at: iso(row.at) })), nextCursor };
}

function placeOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new Problem('invalid_field', { field: 'query.cursor' });
  return Number(cursor);
}
