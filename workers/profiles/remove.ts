import { eq } from 'drizzle-orm';
import { destroySession } from '../../durable/session/client.ts';
import type { Ctx } from '../context.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import { lakeTombstones } from '../db/tables/lake.ts';
import { pdfJobs, profiles } from '../db/tables/profiles.ts';
import { tombstoneOf } from '../lake/tombstones.ts';
import { deleteFiles, forgetAtEdge } from './files.ts';
import { findOwn, type Own } from './find.ts';

/** Deletes a result, its answers, its cards and its PDFs. The answers go first: they could write it again. */
export async function removeProfile(ctx: Ctx, own: Own): Promise<void> {
  const row = await findOwn(ctx, own);
  await destroySession(ctx.env, row.sessionId);
  await removeRecord(ctx, row);
}

/**
 * Deletes what is kept of a result outside its session; its answers leave every reading of the lake with it. Files go
 * before the row, so that what is cut off here can be asked for again, and after it, for one drawn meanwhile.
 */
export async function removeRecord(ctx: Ctx, row: ProfileRow): Promise<void> {
  const { id, slug } = row;
  await deleteFiles(ctx, id);
  await ctx.db.batch([
    ctx.db
      .insert(lakeTombstones)
      .values(await tombstoneOf(row, ctx.now))
      .onConflictDoNothing(),
    ctx.db.delete(pdfJobs).where(eq(pdfJobs.profileId, id)),
    ctx.db.delete(profiles).where(eq(profiles.id, id)),
  ]);
  await forgetAtEdge(ctx, slug);
  await deleteFiles(ctx, id);
}
