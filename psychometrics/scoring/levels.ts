import type { Estimate } from '../types.ts';

export type Level = 'low' | 'middle' | 'high';
export type Certainty = 'clear' | 'leaning' | 'close';

/** Half width of a 95 % band in standard errors. */
export const WIDE = 1.96;

/** A facet is high or low once its ±1 SE band is off the middle: the same rule that gives a type. */
export function facetLevel({ value, se }: Estimate): Level {
  if (value - se > 0) return 'high';
  return value + se < 0 ? 'low' : 'middle';
}

/** The levels a ±1 SE band reaches beside its own: a middle that might be high or low, or none. */
export function straddles({ value, se }: Estimate): 'low' | 'high' | null {
  if (facetLevel({ value, se }) !== 'middle' || Math.abs(value) < se / 3) return null;
  return value > 0 ? 'high' : 'low';
}

/** How sure the side is: clear = even the 95 % band is off the middle, leaning = the ±1 SE band is, close = neither. */
export function axisCertainty({ value, se }: Estimate): Certainty {
  const z = Math.abs(value) / se;
  if (z >= WIDE) return 'clear';
  return z >= 1 ? 'leaning' : 'close';
}
