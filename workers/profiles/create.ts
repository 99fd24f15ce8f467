import { eq } from 'drizzle-orm';
import { readSession } from '../../durable/session/client.ts';
import type { Ctx } from '../context.ts';
import type { CreateProfile, OwnProfile } from '../contract/profiles.ts';
import { profiles } from '../db/tables/profiles.ts';
import { Problem } from '../lib/problem.ts';
import { updateProfile } from './update.ts';
import { ownView } from './view.ts';

/** The profile of a completed session. There is one a session: asking again returns it, with what is named changed. */
export async function createProfile(ctx: Ctx, input: CreateProfile, secret: string): Promise<OwnProfile> {
  const { session, ...change } = input;
  const { profile } = await readSession(ctx.env, session, secret);
  if (!profile) throw new Problem('session_not_completed', { field: 'session' });
  const [row] = await ctx.db.select().from(profiles).where(eq(profiles.id, profile.id));
  // Completed, but its record still waits for the database.
  if (!row) throw new Problem('unavailable', { retryAfter: 2 });
  const asked = {
    ...(change.nickname !== undefined && { nickname: change.nickname }),
    ...(change.displayGender && { displayGender: change.displayGender }),
  };
  const changes = Object.entries(asked).some(([name, value]) => row[name as keyof typeof asked] !== value);
  return changes ? updateProfile(ctx, { id: row.id, owner: { secret }, change: asked }) : ownView(ctx, row);
}
