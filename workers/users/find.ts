import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { FindUsers, FoundUser } from '../contract/users.ts';
import { users } from '../db/tables/users.ts';
import { after, encodeCursor, pageOf } from '../lib/cursor.ts';
import { maskEmail } from '../lib/mask.ts';
import { iso, isoOrNull } from '../lib/time.ts';
import type { UserRow } from './account.ts';
import { recordAudit } from './audit.ts';

/** Accounts by part of their address or name, or by id; newest first, addresses masked. */
export async function findUsers(
  ctx: Ctx,
  { q, status, role, cursor, limit }: FindUsers,
): Promise<{ items: FoundUser[]; nextCursor: string | null }> {
  const rows = await ctx.db
    .select()
    .from(users)
    .where(
      and(
        matching(q),
        status && eq(users.status, status),
        role && eq(users.role, role),
        after(users, cursor),
      ),
    )
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit + 1);
  const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) =>
    encodeCursor({ time: createdAt, id }),
  );
  await recordAudit(ctx, {
    action: 'users.find',
    // Not what was looked for: that may be an address.
    details: { searched: Boolean(q), status: status ?? null, role: role ?? null, found: items.length },
  });
  return { items: items.map(foundView), nextCursor };
}

/** `instr` and not LIKE: no pattern to escape, and D1 refuses LIKE patterns of more than 50 bytes. */
function matching(q: string | undefined) {
  if (!q) return undefined;
  const within = (column: typeof users.email | typeof users.name) =>
    sql`instr(lower(${column}), lower(${q}))`;
  return or(eq(users.id, q), within(users.email), within(users.name));
}

const foundView = ({ id, email, name, role, status, createdAt, lastSeenAt }: UserRow): FoundUser => ({
  ...{ id, name, role, status },
  email: maskEmail(email),
  createdAt: iso(createdAt),
  lastSeenAt: isoOrNull(lastSeenAt),
});
