import { generated } from './checks/generated.ts';
import { runAll } from './checks/order.ts';
import { type Check, one, type Result, sum } from './checks/result.ts';
import { playwright, vitest } from './checks/runners.ts';
import { shown } from './checks/slowest.ts';
import { changedSince, specsTouched } from './checks/touched.ts';
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

const BUILD = 'site build';
const BROWSER = 'browser tests (playwright)';

const quick: Check[] = [
  { title: 'format and lint (biome)', run: () => command('biome', 'check', '--error-on-warnings') },
  { title: 'layers (dependency-cruiser)', run: layers },
  { title: 'types (tsc, astro check)', run: types },
  { title: 'generated files', run: generated },
];

const everything: Check[] = [
  ...quick,
  { title: 'tests (vitest: Node and workerd)', run: () => vitest() },
  { title: BUILD, run: build },
  { title: 'bytes and requests (ratchets)', run: ratchets, needs: BUILD },
  { title: 'deployment of staging, dry', run: () => dryRun('staging'), needs: BUILD },
  { title: 'deployment of production, dry', run: () => dryRun('production'), needs: BUILD },
  { title: BROWSER, run: () => playwright(), needs: BUILD },
];

/** For the daily loop: the tests and specs that a change since a commit touches. */
async function since(commit: string): Promise<Check[]> {
  const specs = specsTouched(await changedSince(commit));
  return [
    ...quick,
    { title: `tests touched since ${commit} (vitest)`, run: () => vitest(commit) },
    { title: `browser tests touched: ${specs.join(', ') || 'none'}`, run: () => playwright(specs) },
  ];
}

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

const list = (title: string, lines: string): void => {
  if (lines) console.log(`${title}\n${lines}\n`);
};

await main(async () => {
  const changed = process.argv.find((argument) => /^--changed(=|$)/.test(argument));
  prepareDevVars();
  await prepareChromium();
  const checks = changed === undefined ? everything : await since(changed.split('=')[1] ?? 'HEAD');
  const outcomes = await runAll(checks, attemptCheck);
  const results = outcomes.flatMap(({ result }) => result ?? []);
  const titles = (wanted: (result: Result | null) => boolean): string =>
    outcomes.flatMap(({ check, result }) => (wanted(result) ? `  ${check.title}` : [])).join('\n');

  heading(`${changed === undefined ? 'all checks' : 'what changed'}, ${elapsed()}`);
  for (const { check, result } of outcomes)
    list(`slowest files, ${check.title}`, shown(result?.slowest ?? []));
  list(
    'failed',
    titles((result) => (result?.failed ?? 0) > 0),
  );
  list(
    'not run, for what it needs failed',
    titles((result) => result === null),
  );
  for (const { summary } of results) if (summary) console.log(`${summary}\n`);
  const { passed, failed } = sum(results);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
});
