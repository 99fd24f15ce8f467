import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findChromium, remedy } from '../chromium.ts';
import { at } from '../lib/paths.ts';
import { attempt } from '../lib/run.ts';
import { reports } from './generated.ts';
import { honest, type Result } from './result.ts';

function fresh(name: string): string {
  const path = reports(name);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

const read = <Report>(path: string): Report | null =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : null;

/** The last lines of a runner's output from the first that matches, as plain text. */
export function tail(output: string, from: RegExp): string {
  const lines = stripVTControlCharacters(output).trimEnd().split('\n');
  const start = lines.findLastIndex((line) => from.test(line));
  return lines.slice(start < 0 ? -5 : start).join('\n');
}

/** All vitest projects: pure ones in Node, the rest in workerd. */
export async function vitest(): Promise<Result> {
  const path = fresh('vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const { code, output } = await attempt('vitest', args, { show: true });
  const report = read<{ numPassedTests: number; numFailedTests: number }>(path);
  const result = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
  return { ...honest(result, code), summary: tail(output, /^\s*Test Files /) };
}

/** The browser tests, against the product over a fresh state. */
export async function playwright(): Promise<Result> {
  if (!findChromium()) {
    console.log(`browser tests need Chromium. To fix: ${remedy()}`);
    return { passed: 0, failed: 1, summary: 'browser tests: not run, no Chromium' };
  }
  const path = fresh('playwright.json');
  const { code, output } = await attempt(
    'playwright',
    ['test', '--config', at('e2e', 'playwright.config.ts')],
    { show: true },
  );
  const stats = read<{ stats: { expected: number; unexpected: number; flaky: number } }>(path)?.stats;
  const result = { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
  return { ...honest(result, code), summary: tail(output, /^\s+\d+ (failed|passed)/) };
}
