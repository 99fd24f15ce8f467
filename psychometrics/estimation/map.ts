import { atLeast } from '../model.ts';
import { invert } from '../numerics/linear.ts';
import type { Item, Model } from '../types.ts';

/** `theta` has the facets, then acquiescence if the model has it; `covariance` is row-major over the same. */
export interface MapEstimate {
  dimensions: number;
  theta: Float64Array;
  covariance: Float64Array;
  /** inverse prior covariance, row-major */
  precision: Float64Array;
  /** ln |C| − ln |Σ|: how much of the prior's volume the answers left; 0 without answers */
  logVolume: number;
  converged: boolean;
  iterations: number;
}

interface Space extends MapEstimate {
  gradient: Float64Array;
  logDeterminant: number;
}

const spaces = new WeakMap<Model, Space>();

function spaceOf(model: Model): Space {
  const known = spaces.get(model);
  if (known) return known;
  const facets = model.sigma.length;
  const dimensions = facets + (model.acquiescence ? 1 : 0);
  const precision = new Float64Array(dimensions * dimensions);
  precision[dimensions * dimensions - 1] = 1;
  model.sigma.forEach((row, i) => {
    row.forEach((value, j) => {
      precision[i * dimensions + j] = value;
    });
  });
  const space: Space = {
    dimensions,
    precision,
    logDeterminant: -invert(precision, dimensions),
    logVolume: 0,
    theta: new Float64Array(dimensions),
    covariance: new Float64Array(dimensions * dimensions),
    gradient: new Float64Array(dimensions),
    converged: false,
    iterations: 0,
  };
  spaces.set(model, space);
  return space;
}

/**
 * The item's loading on acquiescence in z = θ_facet + u·style, where P(Y ≥ k) = logistic(a(z − b_k)): the same
 * random intercept on the logit for every item, + for "+" items and − for reverse-coded ones.
 */
export function styleLoading(model: Model, item: Item): number {
  return (item.key * model.acquiescence) / item.a;
}

/**
 * Posterior mode of correlated facets (and acquiescence) by Newton's method, each step capped at 1 a dimension;
 * covariance is the inverse observed negative Hessian at the mode.
 * `responses` are reverse-coded categories beside `items`; null or undefined is skipped.
 * The result is the model's own work space: the next call with the same model overwrites it.
 */
export function estimateMap(
  model: Model,
  items: readonly Item[],
  responses: ArrayLike<number | null | undefined>,
): MapEstimate {
  const space = spaceOf(model);
  const { dimensions: n, theta, gradient, covariance: hessian, precision } = space;
  const style = n - 1;
  theta.fill(0);
  space.converged = false;
  for (space.iterations = 1; space.iterations <= 100; space.iterations++) {
    hessian.set(precision);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum -= precision[i * n + j]! * theta[j]!;
      gradient[i] = sum;
    }
    for (let i = 0; i < items.length; i++) {
      const category = responses[i];
      if (category == null) continue;
      const item = items[i]!;
      const { a, facet } = item;
      const u = styleLoading(model, item);
      const z = theta[facet]! + (u && u * theta[style]!);
      const upper = atLeast(item, category, z);
      const lower = atLeast(item, category + 1, z);
      const slope = a * (1 - upper - lower);
      const curvature = a * a * (upper * (1 - upper) + lower * (1 - lower));
      gradient[facet]! += slope;
      hessian[facet * n + facet]! += curvature;
      if (u) {
        gradient[style]! += slope * u;
        hessian[facet * n + style]! += curvature * u;
        hessian[style * n + facet]! += curvature * u;
        hessian[style * n + style]! += curvature * u * u;
      }
    }
    space.logVolume = space.logDeterminant - invert(hessian, n);
    let largest = 0;
    const step = (i: number): number => {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += hessian[i * n + j]! * gradient[j]!;
      return sum;
    };
    for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(step(i)));
    for (let i = 0; i < n; i++) theta[i]! += step(i) / Math.max(1, largest);
    if (largest < 1e-8) {
      space.converged = true;
      break;
    }
  }
  return space;
}
