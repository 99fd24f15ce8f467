import { parseArgs } from 'node:util';
import { prepareDatabase } from './database.ts';
import { state } from './lib/paths.ts';
import { withLocalPlatform, workerModule } from './lib/platform.ts';
import { main, say } from './lib/say.ts';

interface Report {
  language: string;
  status: 'collecting' | 'calibrated';
  completions: number;
  needed: number;
  used: number;
  items: { fresh: object | null }[];
  proposedVersion: number | null;
}

interface Calibration {
  runCalibration(ctx: object, options: { force: boolean }): Promise<Report[]>;
}

interface Lake {
  compactLake(ctx: object): Promise<{ folders: number; dropped: number }>;
}

function line({ language, status, completions, needed, used, items, proposedVersion }: Report): string {
  if (status === 'collecting') return `${language}: collecting, ${completions} of ${needed} completions`;
  const estimated = items.filter(({ fresh }) => fresh).length;
  const proposal = proposedVersion === null ? 'nothing proposed' : `proposed as draft v${proposedVersion}`;
  return `${language}: ${estimated} items from ${used} of ${completions} people, ${proposal}`;
}

// The nightly work of the Worker, now, on the state that `npm start` keeps (or the folder named by --state).
await main(async () => {
  const { values } = parseArgs({ options: { state: { type: 'string', default: state } } });
  await prepareDatabase(values.state);
  const { compactLake } = await workerModule<Lake>('workers/lake/compact.ts');
  const { runCalibration } = await workerModule<Calibration>('workers/calibration/run.ts');
  await withLocalPlatform(values.state, async (ctx) => {
    const { folders, dropped } = await compactLake(ctx);
    say(`lake: ${folders} folders compacted, ${dropped} rows of deleted sessions and repeats dropped`);
    for (const report of await runCalibration(ctx, { force: true })) say(line(report));
  });
});
