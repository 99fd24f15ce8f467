import { eq } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { NewProfileRow } from '../db/profile-row.ts';
import { profiles } from '../db/tables/profiles.ts';

/** Writes the profile of a completed session. Writing it again changes nothing: there is one a session. */
export async function recordProfile(db: DrizzleD1Database, row: NewProfileRow): Promise<void> {
  await db.insert(profiles).values(row).onConflictDoNothing({ target: profiles.sessionId });
}

/** Takes back a record whose session was deleted while it was being written. */
export async function forgetProfile(db: DrizzleD1Database, sessionId: string): Promise<void> {
  await db.delete(profiles).where(eq(profiles.sessionId, sessionId));
}
