import { createMiddleware } from 'hono/factory';
import { authenticate } from '../auth/tokens/authenticate.ts';
import type { AppEnv, Ctx, SignedInUser } from '../context.ts';
import { type Permission, permits } from '../contract/access.ts';
import { Problem } from '../lib/problem.ts';

/**
 * `public`: everybody. `user`: an active account. `restorer`: one that is being deleted as well. Else the permission of
 * the one map (contract/access.ts).
 */
export type Access = 'public' | 'user' | 'restorer' | Permission;

/** Refuses whoever may not, and puts who it is into the context. */
export async function enter(
  ctx: Ctx,
  headers: Headers,
  access: Exclude<Access, 'public'>,
): Promise<SignedInUser> {
  const user = await authenticate(ctx, headers);
  if (user.status === 'suspended') throw new Problem('account_suspended');
  if (user.status === 'deleted' && access !== 'restorer') throw new Problem('account_deleted');
  if (access !== 'user' && access !== 'restorer' && !permits(user.role, access))
    throw new Problem('not_allowed');
  ctx.user = user;
  return user;
}

/** Lets in who has the access that an operation asks for. */
export const guard = (access: Access) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (access !== 'public') await enter(c.var.ctx, c.req.raw.headers, access);
    await next();
  });
