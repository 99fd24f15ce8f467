import { type Curve, information } from '../model.ts';
import type { Estimate } from '../types.ts';

/** Expected information of all the items together at each θ. */
export function testInformation(items: readonly Curve[], theta: readonly number[]): number[] {
  return theta.map((at) => items.reduce((sum, item) => sum + information(item, at), 0));
}

/** Marginal reliability: I / (I + 1) averaged over θ ~ N(0, 1), as mirt::marginal_rxx (Green et al., 1984). */
export function marginalReliability(items: readonly Curve[]): number {
  let sum = 0;
  let mass = 0;
  for (let theta = -8; theta <= 8; theta += 1 / 64) {
    const own = items.reduce((total, item) => total + information(item, theta), 0);
    const weight = Math.exp((-theta * theta) / 2);
    sum += (weight * own) / (own + 1);
    mass += weight;
  }
  return sum / mass;
}

/**
 * Empirical reliability of estimates: var(θ̂) / (var(θ̂) + mean SE²), as mirt::empirical_rxx. `frequencies`: persons
 * each estimate stands for. The variance has the divisor n − 1.
 */
export function empiricalReliability(
  estimates: readonly Estimate[],
  frequencies?: readonly number[],
): number {
  let n = 0;
  let sum = 0;
  let error = 0;
  estimates.forEach(({ value, se }, p) => {
    const weight = frequencies?.[p] ?? 1;
    n += weight;
    sum += weight * value;
    error += weight * se * se;
  });
  const mean = sum / n;
  const variance =
    estimates.reduce((total, { value }, p) => total + (frequencies?.[p] ?? 1) * (value - mean) ** 2, 0) /
    (n - 1);
  return variance / (variance + error / n);
}
