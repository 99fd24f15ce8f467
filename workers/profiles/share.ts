import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Shared } from '../contract/profiles.ts';
import { profiles } from '../db/tables/profiles.ts';
import { newSlug } from '../lib/ids.ts';
import { findOwn } from './find.ts';
import { nextRevision } from './revision.ts';

interface Own {
  id: string;
  secret: string;
}

/** Gives a result an address, or shows a hidden one again. Sharing twice is a no-op: the first address stands. */
export async function shareProfile(ctx: Ctx, { id, secret }: Own): Promise<Shared> {
  const { slug, visibility } = await findOwn(ctx, id, secret);
  if (!slug || visibility === 'private') {
    await ctx.db.batch([
      ctx.db
        .update(profiles)
        .set({ slug: newSlug(), revision: nextRevision })
        .where(and(eq(profiles.id, id), isNull(profiles.slug))),
      ctx.db
        .update(profiles)
        .set({ visibility: 'unlisted', updatedAt: ctx.now })
        .where(and(eq(profiles.id, id), eq(profiles.visibility, 'private'))),
    ]);
  }
  const shared = await findOwn(ctx, id, secret);
  const address = shared.slug ?? '';
  return { slug: address, url: `${ctx.origin}/r/${address}`, visibility: shared.visibility };
}
