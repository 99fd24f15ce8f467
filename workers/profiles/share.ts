import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Shared } from '../contract/profiles.ts';
import { profiles } from '../db/tables/profiles.ts';
import { newSlug } from '../lib/ids.ts';
import { findOwn, type Own, owned } from './find.ts';
import { nextRevision } from './revision.ts';

/** Gives a result an address, or shows a hidden one again. Sharing twice is a no-op: the first address stands. */
export async function shareProfile(ctx: Ctx, own: Own): Promise<Shared> {
  const { slug, visibility } = await findOwn(ctx, own);
  if (!slug || visibility === 'private') {
    await ctx.db.batch([
      ctx.db
        .update(profiles)
        .set({ slug: newSlug(), revision: nextRevision })
        .where(and(owned(own), isNull(profiles.slug))),
      ctx.db
        .update(profiles)
        .set({ visibility: 'unlisted', updatedAt: ctx.now })
        .where(and(owned(own), eq(profiles.visibility, 'private'))),
    ]);
  }
  const shared = await findOwn(ctx, own);
  const address = shared.slug ?? '';
  return { slug: address, url: `${ctx.origin}/r/${address}`, visibility: shared.visibility };
}
