import { WIDE } from '../../../psychometrics/scoring/levels.ts';
import type { Estimate } from '../../../psychometrics/types.ts';

/** A score as text, always with its sign: `+0.62`, `−1.10`. */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return value < 0 ? `−${text}` : `+${text}`;
}

/** The value and the ends of its 95 % band as text, for people who do not see the picture. */
export function spoken({ value, se }: Estimate): { value: string; low: string; high: string } {
  return { value: signed(value), low: signed(value - WIDE * se), high: signed(value + WIDE * se) };
}

/** A probability as text in percent, one decimal; never 0 and never 100. */
export function percent(probability: number): string {
  if (probability > 0.999) return '> 99.9%';
  return probability < 0.001 ? '< 0.1%' : `${(100 * probability).toFixed(1)}%`;
}
