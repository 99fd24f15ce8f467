import { generated } from './checks/generated.ts';
import { type Check, one, type Result, sum } from './checks/result.ts';
import { playwright, vitest } from './checks/runners.ts';
import { prepareChromium } from './chromium.ts';
import { findBreaches } from './layers.ts';
import { attempt } from './lib/run.ts';
import { elapsed, heading, main, say } from './lib/say.ts';
import { ratchets } from './ratchets.ts';
import { prepareDevVars } from './secrets.ts';
import { buildSite } from './site.ts';

/** Runs a command in full view; one check, passed when it exits 0. */
async function command(name: string, ...args: string[]): Promise<Result> {
  const { code } = await attempt(name, args, { show: true });
  return one(code === 0);
}

async function layers(): Promise<Result> {
  const { breaches, modules } = await findBreaches();
  for (const { rule, from, to } of breaches) console.log(`${rule}: ${from} → ${to}`);
  console.log(`${modules} files, ${breaches.length} imports across a border`);
  return one(breaches.length === 0);
}

async function types(): Promise<Result> {
  const results = [
    await command('tsc', '-p', 'tsconfig.json'),
    await command('tsc', '-p', 'tools'),
    await command('astro', 'check', '--root', 'site', '--minimumFailingSeverity', 'error'),
  ];
  return sum(results);
}

async function build(): Promise<Result> {
  await buildSite();
  return one(true);
}

const dryRun = (env: string): Promise<Result> =>
  command(process.execPath, 'tools/deploy.ts', '--env', env, '--dry-run');

const checks: Check[] = [
  { title: 'format and lint (biome)', run: () => command('biome', 'check', '--error-on-warnings') },
  { title: 'layers (dependency-cruiser)', run: layers },
  { title: 'types (tsc, astro check)', run: types },
  { title: 'generated files', run: generated },
  { title: 'tests (vitest: Node and workerd)', run: vitest },
  { title: 'site build', run: build },
  { title: 'bytes and requests (ratchets)', run: ratchets },
  { title: 'deployment of staging, dry', run: () => dryRun('staging') },
  { title: 'deployment of production, dry', run: () => dryRun('production') },
  { title: 'browser tests (playwright)', run: playwright },
];

async function attemptCheck({ title, run }: Check): Promise<Result> {
  heading(title);
  const since = performance.now();
  try {
    const result = await run();
    say(`${result.failed === 0 ? 'ok' : 'FAILED'} in ${elapsed(since)}`);
    return result;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    say(`FAILED in ${elapsed(since)}`);
    return one(false);
  }
}

await main(async () => {
  const keepGoing = process.argv.includes('--keep-going');
  prepareDevVars();
  await prepareChromium();
  const results: Result[] = [];
  for (const check of checks) {
    results.push(await attemptCheck(check));
    if (results.at(-1)?.failed && !keepGoing) break;
  }
  const skipped = checks.slice(results.length).map(({ title }) => title);

  heading(`all checks, ${elapsed()}`);
  for (const { summary } of results) if (summary) console.log(`${summary}\n`);
  if (skipped.length > 0)
    console.log(
      `not run after the failure above: ${skipped.join(' · ')}\nto run all the same: npm test -- --keep-going\n`,
    );
  const { passed, failed } = sum(results);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
});
