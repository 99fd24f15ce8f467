import { and, desc, eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { OwnProfile } from '../contract/profiles.ts';
import type { History, HistoryQuery } from '../contract/users.ts';
import { profiles } from '../db/tables/profiles.ts';
import { after, encodeCursor, pageOf } from '../lib/cursor.ts';
import { ownView } from '../profiles/view.ts';
import { ownId } from './who.ts';

/** The results that one's account keeps, newest first. */
export async function readHistory(
  ctx: Ctx,
  { id, cursor, limit }: HistoryQuery & { id: string },
): Promise<History> {
  const rows = await ctx.db
    .select()
    .from(profiles)
    .where(and(eq(profiles.userId, ownId(ctx, id)), after(profiles, cursor)))
    .orderBy(desc(profiles.createdAt), desc(profiles.id))
    .limit(limit + 1);
  const { items, nextCursor } = pageOf(rows, limit, (last) =>
    encodeCursor({ time: last.createdAt, id: last.id }),
  );
  const views: OwnProfile[] = [];
  // One by one: the first fetches the tables of percentiles, the others find them in memory.
  for (const row of items) views.push(await ownView(ctx, row));
  return { items: views, nextCursor };
}
