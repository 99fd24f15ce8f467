import { and, eq, ne } from 'drizzle-orm';
import { resultAt } from '../../durable/session/client.ts';
import type { Ctx } from '../context.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import { profiles } from '../db/tables/profiles.ts';
import { sameHash, sha256 } from '../lib/ids.ts';
import { Problem } from '../lib/problem.ts';
import { settlesWithin } from '../lib/settles-within.ts';

const PENDING_SECONDS = 2;
/** A hanging database must not keep the page of a fresh result blank. */
const LATE_MS = 2_000;

/**
 * A result its owner lets others see. A hidden, deleted or never made one is the same `profile_not_found`; one that its
 * session still hands to the database is `profile_pending`, also while the database fails or keeps silent.
 */
export async function findShared({ db, env }: Ctx, slug: string): Promise<ProfileRow> {
  const look = async () => {
    const shared = and(eq(profiles.slug, slug), ne(profiles.visibility, 'private'));
    return (await db.select().from(profiles).where(shared))[0];
  };
  const reading = look();
  const pending = () => new Problem('profile_pending', { retryAfter: PENDING_SECONDS });
  if (!(await settlesWithin(reading, LATE_MS)) && (await resultAt(env, slug)) === 'pending') throw pending();
  const [first] = await Promise.allSettled([reading]);
  if (first.status === 'fulfilled' && first.value) return first.value;
  const state = await resultAt(env, slug);
  if (state === 'pending') throw pending();
  if (first.status === 'rejected') throw first.reason;
  // It may have been handed over between the two looks.
  const row = state === 'recorded' ? await look() : undefined;
  if (!row) throw new Problem('profile_not_found', { field: 'path.id' });
  return row;
}

/** Whether a result is shared at this address exactly as it was read. */
export async function stillShared({ db }: Ctx, slug: string, revision: number): Promise<boolean> {
  const rows = await db
    .select({ id: profiles.id })
    .from(profiles)
    .where(and(eq(profiles.slug, slug), eq(profiles.revision, revision), ne(profiles.visibility, 'private')));
  return rows.length > 0;
}

/** Whose a result is: of who holds the secret of the session it came from, or of the account that keeps it. */
export type Owner = { secret: string } | { userId: string };

/** Names one result of an owner. */
export interface Own {
  id: string;
  owner: Owner;
}

/** One's own result. Another account's is the same `profile_not_found` as one never made. */
export async function findOwn(ctx: Ctx, { id, owner }: Own): Promise<ProfileRow> {
  const [row] = await ctx.db.select().from(profiles).where(owned({ id, owner }));
  if (!row) throw new Problem('profile_not_found', { field: 'path.id' });
  if ('secret' in owner && !sameHash(row.secretHash, await sha256(owner.secret))) {
    throw new Problem('secret_wrong');
  }
  return row;
}

/** Selects what `findOwn` found, and nothing once the account has lost it. */
export const owned = ({ id, owner }: Own) =>
  and(eq(profiles.id, id), 'userId' in owner ? eq(profiles.userId, owner.userId) : undefined);
