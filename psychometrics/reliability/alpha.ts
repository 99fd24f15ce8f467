type Matrix = readonly (readonly number[])[];

const total = (matrix: Matrix) => matrix.reduce((sum, row) => row.reduce((s, x) => s + x, sum), 0);

/** What is smaller beside the variances it was taken from is rounding. */
const ROUNDING = 1e-12;

/**
 * Cronbach's alpha of a covariance matrix (1951); of a correlation matrix it is the standardised alpha. Below 0 where
 * items contradict each other. NaN where the sum does not vary, or covariances of different people cannot belong
 * together (the sum would vary by less than nothing, or more than it can).
 */
export function alpha(covariance: Matrix): number {
  const k = covariance.length;
  const own = covariance.reduce((sum, row, i) => sum + row[i]!, 0);
  const all = total(covariance);
  if (!(all > ROUNDING * own && all <= k * own * (1 + ROUNDING))) return Number.NaN;
  return (k / (k - 1)) * (1 - own / all);
}

/** Alpha of the other items; NaN when only one is left. */
export function alphaWithout(covariance: Matrix, item: number): number {
  const keep = (_: unknown, i: number) => i !== item;
  const rest = covariance.filter(keep).map((row) => row.filter(keep));
  return rest.length > 1 ? alpha(rest) : Number.NaN;
}

/** Correlation of an item with the sum of the others; NaN where that sum does not vary, or no correlation is left. */
export function itemRest(covariance: Matrix, item: number): number {
  const own = covariance[item]![item]!;
  const withAll = covariance[item]!.reduce((sum, x) => sum + x, 0);
  const all = total(covariance);
  const rest = all - 2 * withAll + own;
  const variances = covariance.reduce((sum, row, i) => sum + row[i]!, 0);
  if (!(rest > ROUNDING * variances)) return Number.NaN;
  const r = (withAll - own) / Math.sqrt(own * rest);
  return Math.abs(r) > 1 + 1e-9 ? Number.NaN : Math.max(-1, Math.min(1, r));
}
