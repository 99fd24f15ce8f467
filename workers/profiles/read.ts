import type { Ctx } from '../context.ts';
import type { OwnProfile, PublicProfile } from '../contract/profiles.ts';
import { findOwn, findShared, type Own } from './find.ts';
import { ownView, publicView } from './view.ts';

/** A shared result, as anybody with its link sees it. */
export async function readShared(ctx: Ctx, slug: string): Promise<PublicProfile> {
  return publicView(ctx, await findShared(ctx, slug));
}

/** One's own result, hidden or not. */
export async function readOwn(ctx: Ctx, own: Own): Promise<OwnProfile> {
  return ownView(ctx, await findOwn(ctx, own));
}
