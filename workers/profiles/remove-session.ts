import { and, eq } from 'drizzle-orm';
import { deleteSession } from '../../durable/session/client.ts';
import type { Ctx } from '../context.ts';
import { profiles } from '../db/tables/profiles.ts';
import { sha256 } from '../lib/ids.ts';
import { Problem } from '../lib/problem.ts';
import { removeRecord } from './remove.ts';

/**
 * Deletes a session, and with it the result made from it. The record is looked for only once the session is gone:
 * before that, another request could still complete it. After a failure in between, asking again finds the record.
 */
export async function removeSession(ctx: Ctx, id: string, secret: string): Promise<void> {
  let gone: Problem | undefined;
  try {
    await deleteSession(ctx.env, id, secret);
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'session_not_found')) throw error;
    gone = error;
  }
  const [row] = await ctx.db
    .select()
    .from(profiles)
    .where(and(eq(profiles.sessionId, id), eq(profiles.secretHash, await sha256(secret))));
  if (row) await removeRecord(ctx, row);
  else if (gone) throw gone;
}
