import { WIDE } from '../scoring/levels.ts';
import type { Estimate } from '../types.ts';

/** A percentile (1–99) and the percentiles of both ends of its 95 % band. */
export interface Placed {
  at: number;
  low: number;
  high: number;
}

// A test of some twenty questions cannot put anybody above or below all of a hundred people.
const held = (share: number): number => Math.min(99, Math.max(1, 100 * share));

/** Where an estimate is placed by `below`, which gives the share (0..1) of the people compared with below a value. */
export function placed(below: (value: number) => number, { value, se }: Estimate): Placed {
  const [at, low, high] = [value, value - WIDE * se, value + WIDE * se].map((x) => held(below(x)));
  return { at: at!, low: low!, high: high! };
}

/** A percentage as people say it: whole, never 0 and never 100. */
export const ofHundred = (percent: number): number => Math.round(held(percent / 100));

/** A percentile as people say it. */
export const spokenPlace = ({ at, low, high }: Placed): { n: number; low: number; high: number } => ({
  n: ofHundred(at),
  low: ofHundred(low),
  high: ofHundred(high),
});

export interface Standing {
  side: 'teto' | 'egen';
  /** Of 100 people, how many stand less far to this side; the same at both ends of the 95 % band. */
  n: number;
  low: number;
  high: number;
}

/** Where a result stands among 100 people, counted towards the side it is on. */
export function standing(
  { leaning, axis }: { leaning: 'teto' | 'egen' | null; axis: { value: number } },
  { axis: at, ranges }: { axis: number; ranges: { axis: { low: number; high: number } } },
): Standing {
  const side = leaning ?? (axis.value < 0 ? 'egen' : 'teto');
  const { low, high } = ranges.axis;
  const towards = side === 'teto' ? { at, low, high } : { at: 100 - at, low: 100 - high, high: 100 - low };
  return { side, ...spokenPlace(towards) };
}

/** Provisional until the people compared with are our own and the questions' parameters come from them. */
export const isProvisional = (basis: 'model' | 'local', calibrated: boolean): boolean =>
  basis === 'model' || !calibrated;
