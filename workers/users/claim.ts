import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Claimed, ClaimProfiles } from '../contract/users.ts';
import { profiles } from '../db/tables/profiles.ts';
import { users } from '../db/tables/users.ts';
import { sha256 } from '../lib/ids.ts';
import { userIs } from './account.ts';
import { ownId } from './who.ts';

/**
 * Adds results made without an account to one's own, each by its secret. Of two accounts that bring the same one, the
 * first keeps it. Claiming again changes nothing.
 */
export async function claimProfiles(
  ctx: Ctx,
  { id, profiles: brought }: ClaimProfiles & { id: string },
): Promise<Claimed> {
  const { db } = ctx;
  const own = ownId(ctx, id);
  const wanted = await Promise.all(
    brought.map(async (one) => ({ id: one.id, hash: await sha256(one.secret) })),
  );
  const [known, ...taken] = await db.batch([
    db
      .select({ id: profiles.id, hash: profiles.secretHash })
      .from(profiles)
      .where(
        inArray(
          profiles.id,
          wanted.map((one) => one.id),
        ),
      ),
    ...wanted.map(({ id, hash }) =>
      db
        .update(profiles)
        .set({ userId: own })
        .where(
          and(
            eq(profiles.id, id),
            eq(profiles.secretHash, hash),
            or(isNull(profiles.userId), eq(profiles.userId, own)),
            // An account that is being deleted meanwhile must not leave a result behind.
            userIs(own, eq(users.status, 'active')),
          ),
        )
        .returning({ id: profiles.id }),
    ),
  ]);
  const claimed = [...new Set(taken.flat().map((row) => row.id))];
  const left = new Map(wanted.filter((one) => !claimed.includes(one.id)).map((one) => [one.id, one.hash]));
  const refused = [...left].map(([id, hash]) => {
    const row = known.find((one) => one.id === id);
    const code = !row ? 'profile_not_found' : row.hash !== hash ? 'secret_wrong' : 'profile_claimed';
    return { id, code } as const;
  });
  return { claimed, refused };
}
