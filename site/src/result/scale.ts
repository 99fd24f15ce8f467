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
