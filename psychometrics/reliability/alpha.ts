type Matrix = readonly (readonly number[])[];

const total = (matrix: Matrix) => matrix.reduce((sum, row) => row.reduce((s, x) => s + x, sum), 0);

/** Cronbach's alpha of a covariance matrix (1951); of a correlation matrix it is the standardised alpha. */
export function alpha(covariance: Matrix): number {
  const k = covariance.length;
  const own = covariance.reduce((sum, row, i) => sum + row[i]!, 0);
  return (k / (k - 1)) * (1 - own / total(covariance));
}

/** Alpha of the other items; NaN when only one is left. */
export function alphaWithout(covariance: Matrix, item: number): number {
  const keep = (_: unknown, i: number) => i !== item;
  const rest = covariance.filter(keep).map((row) => row.filter(keep));
  return rest.length > 1 ? alpha(rest) : Number.NaN;
}

/** Correlation of an item with the sum of the others. */
export function itemRest(covariance: Matrix, item: number): number {
  const own = covariance[item]![item]!;
  const withAll = covariance[item]!.reduce((sum, x) => sum + x, 0);
  return (withAll - own) / Math.sqrt(own * (total(covariance) - 2 * withAll + own));
}
