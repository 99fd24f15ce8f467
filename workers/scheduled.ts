import { getTableName } from 'drizzle-orm';
import { runCalibration } from './calibration/run.ts';
import { backgroundContext } from './context.ts';
import { compactLake } from './lake/compact.ts';
import { describeError, log } from './lib/log.ts';
import { enqueuePurges } from './users/rights/enqueue-purges.ts';
import { RETENTION, sweep, sweepExportFiles } from './users/rights/retention.ts';

/** The nightly work: each task by itself, so that one that fails holds up no other. */
export async function runScheduled(
  _event: ScheduledController,
  env: Env,
  execution: ExecutionContext,
): Promise<void> {
  const ctx = backgroundContext(env, execution);
  for (const rule of RETENTION) {
    await attempt(`sweep.${getTableName(rule.table)}`, async () => ({ rows: await sweep(ctx, rule) }));
  }
  await attempt('sweep.export-files', async () => ({ files: await sweepExportFiles(ctx) }));
  await attempt('purge', async () => ({ accounts: await enqueuePurges(ctx) }));
  // Deleted answers leave the lake before anything is estimated from it.
  await attempt('compact', async () => ({ ...(await compactLake(ctx)) }));
  await attempt('calibrate', async () => ({ reports: (await runCalibration(ctx)).length }));
}

async function attempt(task: string, work: () => Promise<Record<string, number>>): Promise<void> {
  try {
    log(`scheduled.${task}`, await work());
  } catch (error) {
    log(`scheduled.${task}.failed`, describeError(error));
  }
}
