import type { Timed } from './slowest.ts';

/** What one check came to. `passed` and `failed` are real counts: tests of a runner, or one for a plain check. */
export interface Result {
  passed: number;
  failed: number;
  /** The runner's own summary, shown again at the end. */
  summary?: string;
  /** The runner's slowest files. */
  slowest?: Timed[];
}

export interface Check {
  title: string;
  run: () => Promise<Result>;
  /** The title of an earlier check without which this one cannot run. */
  needs?: string;
}

/** The result of a check that is one yes or no. */
export const one = (good: boolean): Result => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });

export const sum = (results: readonly Result[]): Result =>
  results.reduce(
    (all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }),
    { passed: 0, failed: 0 },
  );

/** A runner that exits with an error has failed, whatever its report counts. */
export const honest = (result: Result, code: number): Result =>
  code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
