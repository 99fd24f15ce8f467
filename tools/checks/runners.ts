import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findChromium, remedy } from '../chromium.ts';
import { at, root } from '../lib/paths.ts';
import { attempt } from '../lib/run.ts';
import { reports } from './generated.ts';
import { honest, type Result } from './result.ts';
import { type PlaywrightReport, slowestOfPlaywright, slowestOfVitest, type VitestReport } from './slowest.ts';

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

/** All vitest projects: pure ones in Node, the rest in workerd. `changed`: only what differs from a commit. */
export async function vitest(changed?: string): Promise<Result> {
  const path = fresh('vitest.json');
  const args = [
    ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`],
    ...(changed === undefined ? [] : [`--changed=${changed}`, '--passWithNoTests']),
  ];
  const { code, output } = await attempt('vitest', args, { show: true });
  const report = read<VitestReport>(path);
  const result = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
  return {
    ...honest(result, code),
    summary: summaryOf(output, /^\s*(Test Files|Tests|Type Errors|Errors|Duration) {2}|^No test/),
    slowest: report ? slowestOfVitest(report, root) : [],
  };
}

/** The browser tests, against the product over a fresh state: every spec, or those named. */
export async function playwright(specs?: readonly string[]): Promise<Result> {
  if (specs?.length === 0) return { passed: 0, failed: 0, summary: 'browser tests: no spec touched' };
  if (!findChromium()) {
    console.log(`browser tests need Chromium. To fix: ${remedy()}`);
    return { passed: 0, failed: 1, summary: 'browser tests: not run, no Chromium' };
  }
  const path = fresh('playwright.json');
  const named = (specs ?? []).map((name) => `/${name}\\.spec\\.ts$`);
  const args = ['test', '--config', at('e2e', 'playwright.config.ts'), ...named];
  const { code, output } = await attempt('playwright', args, { show: true });
  const report = read<PlaywrightReport>(path);
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return {
    ...honest({ passed: expected, failed: unexpected + flaky }, code),
    summary: summaryOf(output, /^\s+\d+ (passed|failed|flaky|skipped|did not run|interrupted)/),
    slowest: report ? slowestOfPlaywright(report) : [],
  };
}
