import { atLeast, type Curve } from '../model.ts';
import type { Estimate } from '../types.ts';

/**
 * Posterior mean and SD of one θ ~ N(0, 1) on `nodes` equally spaced points of [−range, range].
 * `responses` are reverse-coded 0-based categories beside `items`; null or undefined is skipped.
 */
export function estimateEap(
  items: readonly Curve[],
  responses: ArrayLike<number | null | undefined>,
  { nodes = 61, range = 6 }: { nodes?: number; range?: number } = {},
): Estimate {
  let mass = 0;
  let first = 0;
  let second = 0;
  for (let node = 0; node < nodes; node++) {
    const theta = range * ((2 * node) / (nodes - 1) - 1);
    let posterior = Math.exp((-theta * theta) / 2);
    for (let i = 0; i < items.length; i++) {
      const category = responses[i];
      if (category == null) continue;
      posterior *= atLeast(items[i]!, category, theta) - atLeast(items[i]!, category + 1, theta);
    }
    mass += posterior;
    first += posterior * theta;
    second += posterior * theta * theta;
  }
  const value = first / mass;
  return { value, se: Math.sqrt(second / mass - value * value) };
}
