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

/** The lines of a runner's output that sum it up, as plain text; its last words when there are none. */
export function summaryOf(output: string, line: RegExp): string {
  const lines = stripVTControlCharacters(output).trimEnd().split('\n');
  const found = lines.filter((text) => line.test(text));
  return (found.length > 0 ? found : lines.slice(-5)).join('\n');
}

/** All vitest projects: pure ones in Node, the rest in workerd. */
export async function vitest(): Promise<Result> {
  const path = fresh('vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const { code, output } = await attempt('vitest', args, { show: true });
  const report = read<{ numPassedTests: number; numFailedTests: number }>(path);
  const result = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
  return {
    ...honest(result, code),
    summary: summaryOf(output, /^\s*(Test Files|Tests|Type Errors|Errors|Duration) {2}/),
  };
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
  return {
    ...honest(result, code),
    summary: summaryOf(output, /^\s+\d+ (passed|failed|flaky|skipped|did not run|interrupted)/),
  };
}
