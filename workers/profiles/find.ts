import { and, eq, ne } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import { profiles } from '../db/tables/profiles.ts';
import { sameHash, sha256 } from '../lib/ids.ts';
import { Problem } from '../lib/problem.ts';

/** A result its owner lets others see. A hidden, deleted or never made one is the same `profile_not_found`. */
export async function findShared({ db }: Ctx, slug: string): Promise<ProfileRow> {
  const [row] = await db
    .select()
    .from(profiles)
    .where(and(eq(profiles.slug, slug), ne(profiles.visibility, 'private')));
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

/** One's own result, by its id and the secret of the session it came from. */
export async function findOwn({ db }: Ctx, id: string, secret: string): Promise<ProfileRow> {
  const [row] = await db.select().from(profiles).where(eq(profiles.id, id));
  if (!row) throw new Problem('profile_not_found', { field: 'path.id' });
  if (!sameHash(row.secretHash, await sha256(secret))) throw new Problem('secret_wrong');
  return row;
}
