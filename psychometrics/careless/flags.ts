import { ACQUIESCENCE_LIMIT, FASTEST_MEDIAN_MS, median } from '../scoring/type-rule.ts';
import type { Refusal, Verdict } from '../types.ts';

/** `long_string` is the one that does not refuse a type: it only keeps answers out of calibration. */
export type CarelessFlag = Refusal | 'long_string';

/** One completed test: raw categories in the order served, ms on each; acquiescence in prior SDs; `null`: not judged. */
export interface Taking {
  answers: readonly { category: number; ms: number }[];
  acquiescence: number;
  verdict: Verdict | null;
}

/** None of 7,600 simulated honest adaptive tests had ten equal answers in a row, nor half of all (Curran 2016). */
const LONGEST_RUN = 10;
const SHORTEST_RUN = 6;

/** The most equal raw categories in a row. */
export function longestRun(categories: readonly number[]): number {
  let longest = 0;
  let run = 0;
  categories.forEach((category, i) => {
    run = i > 0 && category === categories[i - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

/**
 * Every sign of careless answering: a median under 1 s an answer, one category throughout, a long string of one
 * category (10, or half of the answers and at least 6), response style beyond ±2.5 SD, answers that fit no reader. Flagged
 * answers stay out of calibration, percentiles and DIF; cautious ones stay in, or slopes would come out too high. A
 * person's own result never depends on this. No answers, no flags.
 */
export function carelessFlags({ answers, acquiescence, verdict }: Taking): CarelessFlag[] {
  if (!answers.length) return [];
  const flags: CarelessFlag[] = [];
  if (median(answers.map(({ ms }) => ms)) < FASTEST_MEDIAN_MS) flags.push('too_fast');
  const run = longestRun(answers.map(({ category }) => category));
  if (run === answers.length) flags.push('straight_line');
  if (run >= LONGEST_RUN || run >= Math.max(SHORTEST_RUN, answers.length / 2)) flags.push('long_string');
  if (Math.abs(acquiescence) > ACQUIESCENCE_LIMIT) flags.push('acquiescence');
  if (verdict === 'careless') flags.push('careless');
  return flags;
}

export interface Screening<T> {
  kept: T[];
  /** how many each flag met; one test may have several */
  flagged: Record<CarelessFlag, number>;
}

/** Parts what may be calibrated from what may not. */
export function screen<T extends Taking>(takings: readonly T[]): Screening<T> {
  const flagged = { too_fast: 0, straight_line: 0, long_string: 0, acquiescence: 0, careless: 0 };
  const kept = takings.filter((taking) => {
    const flags = carelessFlags(taking);
    for (const flag of flags) flagged[flag]++;
    return flags.length === 0;
  });
  return { kept, flagged };
}
