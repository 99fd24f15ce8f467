import { lt } from 'drizzle-orm';
import { runCalibration } from './calibration/run.ts';
import { backgroundContext, type Ctx } from './context.ts';
import { countedEvents } from './db/tables/analytics.ts';
import { compactLake } from './lake/compact.ts';
import { describeError, log } from './lib/log.ts';

/** Queues redeliver for at most 4 days; ids are kept twice as long. */
const KEEP_IDS_MS = 8 * 86_400_000;

/** The nightly work: each task by itself, so that one that fails holds up no other. */
export async function runScheduled(
  _event: ScheduledController,
  env: Env,
  execution: ExecutionContext,
): Promise<void> {
  const ctx = backgroundContext(env, execution);
  await attempt('sweep', () => sweepCounted(ctx));
  // Deleted answers leave the lake before anything is estimated from it.
  await attempt('compact', async () => ({ ...(await compactLake(ctx)) }));
  await attempt('calibrate', async () => ({ reports: (await runCalibration(ctx)).length }));
}

/** Removes ids that can no longer be delivered again. */
async function sweepCounted({ db, now }: Ctx): Promise<{ ids: number }> {
  const { meta } = await db.delete(countedEvents).where(lt(countedEvents.countedAt, now - KEEP_IDS_MS));
  return { ids: meta.changes };
}

async function attempt(task: string, work: () => Promise<Record<string, number>>): Promise<void> {
  try {
    log(`scheduled.${task}`, await work());
  } catch (error) {
    log(`scheduled.${task}.failed`, describeError(error));
  }
}
