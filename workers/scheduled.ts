import { lt } from 'drizzle-orm';
import { backgroundContext } from './context.ts';
import { countedEvents } from './db/tables/analytics.ts';
import { log } from './lib/log.ts';

/** Queues redeliver for at most 4 days; ids are kept twice as long. */
const KEEP_IDS_MS = 8 * 86_400_000;

/** The nightly work: sweeping ids that can no longer be delivered again. */
export async function runScheduled(
  _event: ScheduledController,
  env: Env,
  execution: ExecutionContext,
): Promise<void> {
  const { db, now } = backgroundContext(env, execution);
  const { meta } = await db.delete(countedEvents).where(lt(countedEvents.countedAt, now - KEEP_IDS_MS));
  log('scheduled.swept', { ids: meta.changes });
}
