import type { Curve } from './model.ts';

/** ln(1 / (1 + e^−x)): no overflow, no cancellation. */
export function logLogistic(x: number): number {
  return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
}

/** ln of 1 − e^−gap, the factor by which two neighbouring thresholds narrow a category; constant in θ. */
export function logWidth(gap: number): number {
  return Math.log(Math.max(-Math.expm1(-gap), Number.MIN_VALUE));
}

/**
 * ln P(Y = k | θ) of the graded response model, exact in both tails where the difference of two curves is 0:
 * F(u) − F(l) = F(u) · F(−l) · (1 − e^(l − u)).
 */
export function logProbability({ a, b }: Curve, k: number, theta: number): number {
  let log = 0;
  if (k > 0) log += logLogistic(a * (theta - b[k - 1]!));
  if (k < b.length) log += logLogistic(a * (b[k]! - theta));
  if (k > 0 && k < b.length) log += logWidth(a * (b[k]! - b[k - 1]!));
  return log;
}
