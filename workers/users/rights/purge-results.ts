import { eq } from 'drizzle-orm';
import { destroySession } from '../../../durable/session/client.ts';
import type { Ctx } from '../../context.ts';
import type { ProfileRow } from '../../db/profile-row.ts';
import { profiles } from '../../db/tables/profiles.ts';
import { deleteFiles, forgetAtEdge } from '../../profiles/files.ts';
import { removeRecord } from '../../profiles/remove.ts';
import { nextRevision } from '../../profiles/revision.ts';

/**
 * Deletes every result an account keeps, with its answers, cards and PDFs. May stop anywhere and be called again: the
 * row that leads to the rest goes last.
 */
export async function purgeResults(ctx: Ctx, userId: string): Promise<number> {
  const rows = await ctx.db.select().from(profiles).where(eq(profiles.userId, userId));
  for (const row of rows) await purgeResult(ctx, row);
  return rows.length;
}

async function purgeResult(ctx: Ctx, row: ProfileRow): Promise<void> {
  // A card or PDF being made of it finds another revision and takes itself back; no new one can be asked for.
  await ctx.db
    .update(profiles)
    .set({ slug: null, visibility: 'private', secretHash: '', revision: nextRevision })
    .where(eq(profiles.id, row.id));
  await forgetAtEdge(ctx, row.slug);
  await deleteFiles(ctx, row.id);
  await destroySession(ctx.env, row.sessionId);
  await removeRecord(ctx, row);
}
