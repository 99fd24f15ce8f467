import { logLogistic } from '../log-model.ts';
import { atLeast, type Curve } from '../model.ts';
import { type LogConcave, momentsOfLogConcave } from '../numerics/log-concave.ts';
import type { Estimate } from '../types.ts';

/** The grid stands while the posterior's SD is at least so many spacings … */
const NARROWEST = 1.25;
/** … every answered slope times the spacing is at most this … */
const STEEPEST = 1;
/** … and the density at its ends is at most this share of the top. */
const LOOSE_END = 1e-3;

interface Answered {
  item: Curve;
  category: number;
}

/** θ ~ N(0, variance) given the answers. What is constant in θ is left out. */
function posteriorOf(answered: readonly Answered[], variance: number): LogConcave {
  const slopes = answered.map(({ item }) => Math.abs(item.a));
  return {
    log: (theta) => {
      let sum = (-theta * theta) / (2 * variance);
      for (const { item, category } of answered) {
        const { a, b } = item;
        if (category > 0) sum += logLogistic(a * (theta - b[category - 1]!));
        if (category < b.length) sum += logLogistic(a * (b[category]! - theta));
      }
      return sum;
    },
    slope: (theta) => {
      let sum = -theta / variance;
      for (const { item, category } of answered) {
        sum += item.a * (1 - atLeast(item, category, theta) - atLeast(item, category + 1, theta));
      }
      return sum;
    },
    bound: variance * slopes.reduce((sum, a) => sum + a, 0),
    reach: 9 * Math.sqrt(variance),
    steepest: slopes.reduce((most, a) => Math.max(most, a), 0),
  };
}

/**
 * Posterior mean and SD of one θ ~ N(0, `variance`) on `nodes` equally spaced points of ±`range` prior SDs, in logs.
 * Where that grid is too coarse (NARROWEST, STEEPEST) or ends too soon (LOOSE_END), on one laid about the mode: at
 * those borders the two agree to 1e-5 and 5e-4. `responses` are reverse-coded 0-based categories; null or undefined is skipped.
 */
export function estimateEap(
  items: readonly Curve[],
  responses: ArrayLike<number | null | undefined>,
  { nodes = 61, range = 6, variance = 1 }: { nodes?: number; range?: number; variance?: number } = {},
): Estimate {
  const answered = items.flatMap((item, i): Answered[] =>
    responses[i] == null ? [] : [{ item, category: responses[i]! }],
  );
  const density = posteriorOf(answered, variance);
  const step = (2 * range * Math.sqrt(variance)) / (nodes - 1);
  const theta = Float64Array.from({ length: nodes }, (_, q) => (q - (nodes - 1) / 2) * step);
  const log = theta.map(density.log);
  const top = log.reduce((most, value) => Math.max(most, value));
  const weight = log.map((value) => Math.exp(value - top));
  const mass = weight.reduce((sum, w) => sum + w, 0);
  const value = weight.reduce((sum, w, q) => sum + w * theta[q]!, 0) / mass;
  const se = Math.sqrt(weight.reduce((sum, w, q) => sum + w * (theta[q]! - value) ** 2, 0) / mass);
  const fine = se >= NARROWEST * step && density.steepest * step <= STEEPEST;
  if (fine && Math.max(weight[0]!, weight[nodes - 1]!) <= LOOSE_END) return { value, se };
  const { mean, sd } = momentsOfLogConcave(density);
  return { value: mean, se: sd };
}
