import type { Check, Result } from './result.ts';

export interface Outcome {
  check: Check;
  /** null: not run, for what it needs failed. */
  result: Result | null;
}

/** Runs every check, in order; a failure keeps only those from running that need what failed. */
export async function runAll(
  checks: readonly Check[],
  attempt: (check: Check) => Promise<Result>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const broken = new Set<string>();
  for (const check of checks) {
    const result = check.needs !== undefined && broken.has(check.needs) ? null : await attempt(check);
    if (!result || result.failed > 0) broken.add(check.title);
    outcomes.push({ check, result });
  }
  return outcomes;
}
