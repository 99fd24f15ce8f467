import { atLeast } from '../model.ts';
import { cholesky } from '../numerics/cholesky.ts';
import type { Item, Model } from '../types.ts';
import { estimateMap, styleLoading } from './map.ts';

/** The facets, then acquiescence if the model has it. */
export interface EapEstimate {
  theta: number[];
  covariance: number[][];
}

const MOST_POINTS = 300_000;
const MOST_NODES = 41;

/** Gauss–Hermite nodes and log-weights for ∫ f(x) exp(−x²/2) dx, up to a constant: by Newton on He_n. */
export function gaussHermite(n: number): { node: number[]; logWeight: number[] } {
  const at = (x: number) => {
    // Orthonormal recurrence: no overflow at any n.
    let before = 0;
    let value = 1;
    for (let k = 0; k < n; k++) {
      [before, value] = [value, (x * value - Math.sqrt(k) * before) / Math.sqrt(k + 1)];
    }
    return { value, before };
  };
  const node: number[] = [];
  const logWeight: number[] = [];
  // All roots lie within ±2√n, at least 3/√n apart; the odd start keeps the grid off the root at 0.
  const step = 0.5 / Math.sqrt(n);
  for (let x = -2 * Math.sqrt(n) - 0.317 * step; node.length < n; x += step) {
    if (at(x).value * at(x + step).value > 0) continue;
    let [lo, hi] = [x, x + step];
    for (let i = 0; i < 60; i++) {
      const middle = (lo + hi) / 2;
      if (at(lo).value * at(middle).value <= 0) hi = middle;
      else lo = middle;
    }
    node.push((lo + hi) / 2);
    logWeight.push(-2 * Math.log(Math.abs(at((lo + hi) / 2).before)));
  }
  return { node, logWeight };
}

/**
 * Posterior mean and covariance of correlated facets (and acquiescence) by Gauss–Hermite quadrature, placed and scaled
 * by the mode and its curvature (Naylor & Smith, 1982). As many nodes a dimension as 300,000 points allow: 41 up to
 * three dimensions, 8 for six, 6 for seven. Throws RangeError beyond eleven dimensions.
 */
export function estimateCorrelatedEap(
  model: Model,
  items: readonly Item[],
  responses: ArrayLike<number | null | undefined>,
): EapEstimate {
  const mode = estimateMap(model, items, responses);
  const n = mode.dimensions;
  const nodes = Math.min(MOST_NODES, Math.floor(MOST_POINTS ** (1 / n) + 1e-9));
  if (nodes < 3) throw new RangeError(`sigma: ${n} dimensions are too many for an EAP, use the MAP`);
  const { node, logWeight } = gaussHermite(nodes);
  const rows = (flat: Float64Array) =>
    Array.from({ length: n }, (_, i) => Array.from(flat.subarray(i * n, (i + 1) * n)));
  const centre = Array.from(mode.theta);
  const root = cholesky(rows(mode.covariance));
  const empty = estimateMap(model, [], []);
  const priorRoot = cholesky(rows(empty.covariance));
  const answered = items.flatMap((item, i) =>
    responses[i] == null ? [] : [{ item, category: responses[i]! }],
  );

  const style = n - 1;
  const place = new Int32Array(n);
  const theta = new Float64Array(n);
  const free = new Float64Array(n);
  const first = new Float64Array(n);
  const second = new Float64Array(n * n);
  let mass = 0;
  const top = logAt(centre);
  for (let point = 0; point < nodes ** n; point++) {
    let rest = point;
    let log = 0;
    for (let i = 0; i < n; i++) {
      place[i] = rest % nodes;
      rest = (rest - place[i]!) / nodes;
      const x = node[place[i]!]!;
      log += logWeight[place[i]!]! + (x * x) / 2;
    }
    for (let i = 0; i < n; i++) {
      let value = centre[i]!;
      for (let j = 0; j <= i; j++) value += root[i]![j]! * node[place[j]!]!;
      theta[i] = value;
    }
    const weight = Math.exp(log + logAt(theta) - top);
    mass += weight;
    for (let i = 0; i < n; i++) {
      first[i]! += weight * theta[i]!;
      for (let j = 0; j <= i; j++) second[i * n + j]! += weight * theta[i]! * theta[j]!;
    }
  }
  const mean = Array.from(first, (sum) => sum / mass);
  return {
    theta: mean,
    covariance: mean.map((x, i) =>
      mean.map((y, j) => second[Math.max(i, j) * n + Math.min(i, j)]! / mass - x * y),
    ),
  };

  /** The log-posterior, up to a constant. */
  function logAt(x: ArrayLike<number>): number {
    let log = 0;
    for (let i = 0; i < n; i++) {
      let value = x[i]!;
      for (let j = 0; j < i; j++) value -= priorRoot[i]![j]! * free[j]!;
      free[i] = value / priorRoot[i]![i]!;
      log -= (free[i]! * free[i]!) / 2;
    }
    for (const { item, category } of answered) {
      const u = styleLoading(model, item);
      const z = x[item.facet]! + (u && u * x[style]!);
      log += Math.log(Math.max(1e-300, atLeast(item, category, z) - atLeast(item, category + 1, z)));
    }
    return log;
  }
}
