import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { profiles } from '../db/tables/profiles.ts';
import { deleteFiles, forgetAtEdge } from './files.ts';
import { findOwn } from './find.ts';
import { nextRevision } from './revision.ts';

/** Takes a result's address away for good. Sharing again gives it a new one. Revoking twice is a no-op. */
export async function revokeShare(ctx: Ctx, { id, secret }: { id: string; secret: string }): Promise<void> {
  const { slug } = await findOwn(ctx, id, secret);
  await ctx.db
    .update(profiles)
    .set({ slug: null, visibility: 'private', revision: nextRevision, updatedAt: ctx.now })
    .where(eq(profiles.id, id));
  await forgetAtEdge(ctx, slug);
  await deleteFiles(ctx, id);
}
