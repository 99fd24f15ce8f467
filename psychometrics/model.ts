/** What the graded response model needs of an item. */
export interface Curve {
  a: number;
  b: readonly number[];
}

/**
 * P(Y ≥ k | θ) = 1 / (1 + exp(−a(θ − b_k))), D = 1, for k = 0 … categories: 1 at k = 0, 0 beyond the last.
 * Samejima (1969), logistic form.
 */
export function atLeast({ a, b }: Curve, k: number, theta: number): number {
  if (k === 0) return 1;
  return k > b.length ? 0 : 1 / (1 + Math.exp(a * (b[k - 1]! - theta)));
}

/**
 * The probability of each category, 0-based, at θ. With u, l the predictors of its two thresholds,
 * F(u) − F(l) = F(u) F(−l) (1 − e^(l − u)): exact however small, where the difference would be 0.
 */
export function probabilities(item: Curve, theta: number): number[] {
  const { a, b } = item;
  return Array.from({ length: b.length + 1 }, (_, k) => {
    const below = k < b.length ? 1 / (1 + Math.exp(a * (theta - b[k]!))) : 1;
    const width = k > 0 && k < b.length ? -Math.expm1(a * (b[k - 1]! - b[k]!)) : 1;
    return atLeast(item, k, theta) * below * width;
  });
}

/** Expected (Fisher) information about θ. */
export function information(item: Curve, theta: number): number {
  // The observed information of category k is a²(P_k Q_k + P_k+1 Q_k+1): average it over the categories.
  let sum = 0;
  let upper = 1;
  for (let k = 1; k <= item.b.length + 1; k++) {
    const lower = atLeast(item, k, theta);
    sum += (upper - lower) * (upper * (1 - upper) + lower * (1 - lower));
    upper = lower;
  }
  return item.a * item.a * sum;
}

/**
 * The same as a² Σ P_k (1 − F_k − F_k+1)², F_k = P(Y ≥ k): not 0 far above an item, where two curves near 1 differ by
 * nothing. Ten times as slow: for figures, not for choosing items.
 */
export function exactInformation(item: Curve, theta: number): number {
  const curve = item.b.map((_, i) => atLeast(item, i + 1, theta));
  const squares = probabilities(item, theta).map(
    (p, k) => p * (1 - (curve[k - 1] ?? 1) - (curve[k] ?? 0)) ** 2,
  );
  return item.a ** 2 * squares.reduce((sum, square) => sum + square, 0);
}
