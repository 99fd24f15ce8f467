import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Ctx, SignedInUser } from '../../context.ts';
import { refreshFamilies } from '../../db/tables/auth.ts';
import { users } from '../../db/tables/users.ts';
import { accessToken } from '../../lib/bearer.ts';
import { Problem } from '../../lib/problem.ts';
import { verifyAccess } from './access.ts';

/**
 * Who the access token belongs to, as the record stands now: a sign-in that was ended, a role that was taken away and an
 * account that was suspended count from the next request on. One query.
 */
export async function authenticate(ctx: Ctx, headers: Headers): Promise<SignedInUser> {
  const token = accessToken(headers);
  if (!token) throw new Problem(headers.has('authorization') ? 'token_invalid' : 'token_required');
  const { userId, family } = await verifyAccess(ctx, token);
  const [found] = await ctx.db
    .select({
      id: users.id,
      role: users.role,
      status: users.status,
      email: users.email,
      language: users.language,
      family: refreshFamilies.id,
      authenticatedAt: refreshFamilies.authenticatedAt,
    })
    .from(refreshFamilies)
    .innerJoin(users, eq(users.id, refreshFamilies.userId))
    .where(
      and(
        eq(refreshFamilies.id, family),
        eq(refreshFamilies.userId, userId),
        isNull(refreshFamilies.revokedAt),
        gt(refreshFamilies.expiresAt, ctx.now),
      ),
    );
  if (!found) throw new Problem('token_invalid');
  return found;
}
