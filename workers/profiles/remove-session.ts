import { deleteSession, readSession } from '../../durable/session/client.ts';
import type { Ctx } from '../context.ts';
import { Problem } from '../lib/problem.ts';
import { removeProfile } from './remove.ts';

/** Deletes a session, and with it the result made from it. */
export async function removeSession(ctx: Ctx, id: string, secret: string): Promise<void> {
  const { profile } = await readSession(ctx.env, id, secret);
  if (profile) {
    try {
      return await removeProfile(ctx, { id: profile.id, secret });
    } catch (error) {
      // Not in the database yet: then it dies with the session's outbox.
      if (!(error instanceof Problem && error.code === 'profile_not_found')) throw error;
    }
  }
  await deleteSession(ctx.env, id, secret);
}
