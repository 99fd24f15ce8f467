import type { Consistency } from '../careless/rule.ts';
import type { Answer, Estimate, Refusal, Score } from '../types.ts';

/** Beyond this many SDs of response style the answers cannot tell (at most 0.3 % of simulated honest takers). */
export const ACQUIESCENCE_LIMIT = 2.5;
export const FASTEST_MEDIAN_MS = 1000;

/** Sorts `values` in place. */
export function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Why these answers give no type: checked most telling first, on raw categories and every answer; null with none.
 * `acquiescence` in prior SDs.
 */
export function refusalOf(
  answers: readonly Pick<Answer, 'category' | 'ms'>[],
  acquiescence: number,
  consistency: Consistency,
): Refusal | null {
  if (!answers.length) return null;
  if (answers.every(({ category }) => category === answers[0]!.category)) return 'straight_line';
  if (median(answers.map(({ ms }) => ms)) < FASTEST_MEDIAN_MS) return 'too_fast';
  if (Math.abs(acquiescence) > ACQUIESCENCE_LIMIT) return 'acquiescence';
  return consistency === 'careless' ? 'careless' : null;
}

/** One standard error from the middle or more is a type; nearer is balanced, leaning to its side. */
export function typeRule(
  { value, se }: Estimate,
  answered: boolean,
  refusal: Refusal | null,
): Pick<Score, 'kind' | 'leaning' | 'refusal'> {
  if (refusal || !answered) return { kind: 'none', leaning: null, refusal };
  const leaning = value < 0 ? 'egen' : 'teto';
  return { kind: Math.abs(value) / se >= 1 ? leaning : 'balanced', leaning, refusal };
}
