import { normalCdf } from '../numerics/normal.ts';

/** Fewer people than this give no percentiles: the model's are shown until then. */
export const LEAST_PEOPLE = 1000;

/** The share below a score at from, from + step, …: linear between, flat beyond. Small enough to be kept as JSON. */
export interface PercentileTable {
  n: number;
  from: number;
  step: number;
  shares: number[];
}

const FROM = -4;
const STEP = 0.05;
const POINTS = 161;
const BIN = 0.01;

/** Share of `sorted` (ascending) below `value`, those equal to it counted half: the mid-rank percentile, 0..1. */
export function midRank(sorted: ArrayLike<number>, value: number): number {
  const count = (inside: (x: number) => boolean) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inside(sorted[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (count((x) => x < value) + count((x) => x <= value)) / 2 / sorted.length;
}

/**
 * Local percentiles from the scores (prior SDs) of people who took the test here; null below `least` people.
 * Mid-rank shares smoothed by a Gaussian kernel that keeps mean and variance (the continuization of kernel
 * equating, von Davier, Holland & Thayer 2004), bandwidth .9·min(SD, IQR/1.34)·n^(−1/5) (Silverman 1986), and held
 * within [½/n, 1 − ½/n]: nobody is told to be above or below everyone. Throws RangeError for what is no number.
 */
export function percentileTable(scores: ArrayLike<number>, least = LEAST_PEOPLE): PercentileTable | null {
  const n = scores.length;
  if (n < Math.max(2, least)) return null;
  const sorted = Float64Array.from(scores).sort();
  let mean = 0;
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(sorted[i]!)) throw new RangeError('scores: finite numbers');
    mean += sorted[i]! / n;
  }
  let variance = 0;
  for (const score of sorted) variance += (score - mean) ** 2 / n;
  const spread = (sorted[Math.floor(0.75 * (n - 1))]! - sorted[Math.floor(0.25 * (n - 1))]!) / 1.34;
  const sd = Math.sqrt(variance);
  const h = Math.max(0.9 * Math.min(sd, spread || sd) * n ** -0.2, BIN);
  const shrink = sd / Math.sqrt(variance + h * h);
  const bins = new Map<number, number>();
  for (const score of sorted) {
    const bin = Math.round(score / BIN);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const shares = Array.from({ length: POINTS }, (_, i) => {
    const at = FROM + i * STEP;
    let below = 0;
    for (const [bin, people] of bins) {
      const centre = shrink * bin * BIN + (1 - shrink) * mean;
      below += people * normalCdf((at - centre) / Math.max(shrink * h, BIN));
    }
    return Math.min(1 - 0.5 / n, Math.max(0.5 / n, below / n));
  });
  return { n, from: FROM, step: STEP, shares };
}

/** Share (0..1) of the table's people below `score`, with the standard error of a share among n people. */
export function localPercentile(
  { n, from, step, shares }: PercentileTable,
  score: number,
): { value: number; se: number } {
  const last = shares.length - 1;
  const at = Math.min(last, Math.max(0, (score - from) / step));
  const left = Math.min(last - 1, Math.floor(at));
  const value = shares[left]! + (at - left) * (shares[left + 1]! - shares[left]!);
  return { value, se: Math.sqrt((value * (1 - value)) / n) };
}
