import { and, eq, lte } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { users } from '../../db/tables/users.ts';

/** Queues take at most this many messages at once. */
const BATCH = 100;

/** Asks for the purge of every account whose grace is over; again every night until it is gone. Returns how many. */
export async function enqueuePurges({ db, env, now }: Ctx): Promise<number> {
  const due = await db
    .select({ userId: users.id })
    .from(users)
    .where(and(eq(users.status, 'deleted'), lte(users.deleteAfter, now)));
  for (let at = 0; at < due.length; at += BATCH) {
    const batch = due.slice(at, at + BATCH);
    await env.RIGHTS_QUEUE.sendBatch(batch.map(({ userId }) => ({ body: { type: 'purge', userId } })));
  }
  return due.length;
}
