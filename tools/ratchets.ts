import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ownServer } from '../e2e/support/server.ts';
import { budgets, judge, shown, travelling, WORKER_BUDGET } from './checks/budgets.ts';
import { measure } from './checks/measure.ts';
import { type Result, sum } from './checks/result.ts';
import { findChromium, remedy } from './chromium.ts';
import { at, local } from './lib/paths.ts';
import { run } from './lib/run.ts';
import { takeTest } from './taker.ts';

const PORT = 8829;
const row = (...cells: string[]): void =>
  console.log(cells.map((cell, index) => cell.padEnd([14, 10, 12, 12][index] ?? 0)).join(''));

async function pages(): Promise<Result> {
  const executablePath = findChromium();
  if (!executablePath) {
    console.log(`pages are measured in Chromium. To fix: ${remedy()}`);
    return { passed: 0, failed: 1 };
  }
  const own = await ownServer(PORT);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run'],
  });
  const results: Result[] = [];
  try {
    const { slug } = await takeTest(own.server.url);
    for (const budget of budgets) {
      const cost = await measure(browser, own.server.url + budget.path.replace('{slug}', slug), budget.keys);
      for (const { measure: what, cost: value, budget: limit, kept } of judge(budget, cost)) {
        row(budget.name, what, shown(what, value), `≤ ${shown(what, limit)}`, kept ? '' : '  TOO MUCH');
        results.push({ passed: kept ? 1 : 0, failed: kept ? 0 : 1 });
      }
    }
  } finally {
    await browser.close();
    await own.stop();
  }
  return sum(results);
}

/** Weighs the API Worker as it would be uploaded: code, wasm and fonts, without source maps. */
async function worker(): Promise<Result> {
  const out = join(local, 'bundle');
  rmSync(out, { recursive: true, force: true });
  await run('wrangler', ['deploy', '-c', at('wrangler.toml'), '--dry-run', '--outdir', out]);
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((name) => join(out, name));
  const parts = files.filter((path) => statSync(path).isFile() && !/\.map$|README\.md$|\.json$/.test(path));
  const bytes = parts.reduce((all, path) => all + travelling(readFileSync(path)), 0);
  const kept = bytes > 0 && bytes <= WORKER_BUDGET;
  row(
    'API Worker',
    'gzip',
    shown('total', bytes),
    `≤ ${shown('total', WORKER_BUDGET)}`,
    kept ? '' : '  TOO MUCH',
  );
  return { passed: kept ? 1 : 0, failed: kept ? 0 : 1 };
}

/** Measures what people load and what we upload against the budgets, as a table. Needs the site built. */
export async function ratchets(): Promise<Result> {
  row('what', 'measure', 'now', 'budget');
  return sum([await pages(), await worker()]);
}
