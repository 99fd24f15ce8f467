import { logLogistic, logWidth } from '../log-model.ts';
import { atLeast } from '../model.ts';
import { cholesky } from '../numerics/cholesky.ts';
import { invert } from '../numerics/linear.ts';
import type { Item, Model } from '../types.ts';
import { estimateMap, styleLoading } from './map.ts';

/** The posterior of the facets (and acquiescence) given some answers: its logarithm up to a constant, and its mode. */
export interface CorrelatedPosterior {
  dimensions: number;
  log: (x: ArrayLike<number>) => number;
  mode: number[];
  /** inverse of the negative Hessian at the mode */
  covariance: number[][];
}

const rowsOf = (flat: Float64Array, n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from(flat.subarray(i * n, (i + 1) * n)));

export function correlatedPosterior(
  model: Model,
  items: readonly Item[],
  responses: ArrayLike<number | null | undefined>,
): CorrelatedPosterior {
  const prior = estimateMap(model, [], []);
  const n = prior.dimensions;
  const priorRoot = cholesky(rowsOf(prior.covariance, n));
  const precision = prior.covariance.slice();
  invert(precision, n);
  const style = n - 1;
  const answered = items.flatMap((item, i) => {
    const category = responses[i];
    if (category == null) return [];
    const { a, b } = item;
    const inner = category > 0 && category < b.length;
    const width = inner ? logWidth(a * (b[category]! - b[category - 1]!)) : 0;
    return [{ item, category, width, u: styleLoading(model, item) }];
  });
  const free = new Float64Array(n);
  const log = (x: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      let value = x[i]!;
      for (let j = 0; j < i; j++) value -= priorRoot[i]![j]! * free[j]!;
      free[i] = value / priorRoot[i]![i]!;
      sum -= (free[i]! * free[i]!) / 2;
    }
    for (const { item, category, width, u } of answered) {
      const { a, b, facet } = item;
      const z = x[facet]! + (u && u * x[style]!);
      sum += width;
      if (category > 0) sum += logLogistic(a * (z - b[category - 1]!));
      if (category < b.length) sum += logLogistic(a * (b[category]! - z));
    }
    return sum;
  };
  const found = estimateMap(model, items, responses);
  const { theta, covariance, converged } = found;
  if (converged) return { dimensions: n, log, mode: Array.from(theta), covariance: rowsOf(covariance, n) };

  // Full Newton steps swing between the sides of a steep curve; halved ones rise to the top of a concave function.
  const at = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  let height = log(at);
  for (let step = 0; step < 500; step++) {
    hessian.set(precision);
    const gradient = Array.from({ length: n }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < n; j++) sum -= precision[i * n + j]! * at[j]!;
      return sum;
    });
    for (const { item, category, u } of answered) {
      const { a, facet } = item;
      const z = at[facet]! + (u && u * at[style]!);
      const upper = atLeast(item, category, z);
      const lower = atLeast(item, category + 1, z);
      const curvature = a * a * (upper * (1 - upper) + lower * (1 - lower));
      const loads: [number, number][] = u
        ? [
            [facet, 1],
            [style, u],
          ]
        : [[facet, 1]];
      for (const [i, by] of loads) {
        gradient[i]! += a * (1 - upper - lower) * by;
        for (const [j, other] of loads) hessian[i * n + j]! += curvature * by * other;
      }
    }
    invert(hessian, n);
    const move = gradient.map((_, i) => gradient.reduce((sum, g, j) => sum + hessian[i * n + j]! * g, 0));
    let share = 1;
    let next = at;
    let better = height;
    for (; share > 1e-12; share /= 2) {
      next = at.map((x, i) => x + share * move[i]!);
      better = log(next);
      if (better > height) break;
    }
    if (!(better > height)) break;
    const gain = better - height;
    at.set(next);
    height = better;
    if (gain < 1e-12) break;
  }
  return { dimensions: n, log, mode: Array.from(at), covariance: rowsOf(hessian, n) };
}
