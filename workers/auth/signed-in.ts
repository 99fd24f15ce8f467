import type { Ctx, SignedInUser } from '../context.ts';
import { Problem } from '../lib/problem.ts';

/** Who asks. Behind a guard there always is somebody. */
export function signedIn({ user }: Ctx): SignedInUser {
  if (!user) throw new Problem('token_required');
  return user;
}

/** How long a proof of who is there counts for what a stolen open tab must not do, in milliseconds. */
export const RECENT_MS = 10 * 60_000;

/** Who asks, having proved it in the last ten minutes; otherwise `reauthentication_required`. */
export function recentlySignedIn(ctx: Ctx): SignedInUser {
  const user = signedIn(ctx);
  if (user.authenticatedAt < ctx.now - RECENT_MS) throw new Problem('reauthentication_required');
  return user;
}
