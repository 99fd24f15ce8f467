import type { Ctx } from '../context.ts';
import { profiles } from '../db/tables/profiles.ts';
import { deleteFiles, forgetAtEdge } from './files.ts';
import { findOwn, type Own, owned } from './find.ts';
import { nextRevision } from './revision.ts';

/** Takes a result's address away for good. Sharing again gives it a new one. Revoking twice is a no-op. */
export async function revokeShare(ctx: Ctx, own: Own): Promise<void> {
  const { slug } = await findOwn(ctx, own);
  await ctx.db
    .update(profiles)
    .set({ slug: null, visibility: 'private', revision: nextRevision, updatedAt: ctx.now })
    .where(owned(own));
  await forgetAtEdge(ctx, slug);
  await deleteFiles(ctx, own.id);
}
