import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { OwnProfile, UpdateProfile } from '../contract/profiles.ts';
import { profiles } from '../db/tables/profiles.ts';
import { Problem } from '../lib/problem.ts';
import { deleteFiles, forgetAtEdge } from './files.ts';
import { findOwn, type Own, owned } from './find.ts';
import { nextRevision } from './revision.ts';
import { ownView } from './view.ts';

interface Change extends Own {
  change: UpdateProfile;
}

/** Changes name, word or visibility. The score never changes. Old cards and PDFs are gone when it answers. */
export async function updateProfile(ctx: Ctx, { change, ...own }: Change): Promise<OwnProfile> {
  const before = await findOwn(ctx, own);
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const [row] = await ctx.db
    .update(profiles)
    .set({ ...set, revision: nextRevision, updatedAt: ctx.now })
    .where(and(owned(own), eq(profiles.secretHash, before.secretHash)))
    .returning();
  if (!row) throw new Problem('profile_not_found', { field: 'path.id' });
  await forgetAtEdge(ctx, row.slug);
  await deleteFiles(ctx, own.id);
  return ownView(ctx, row);
}
