import { cholesky } from '../numerics/cholesky.ts';
import type { Item, Model } from '../types.ts';
import { correlatedPosterior } from './correlated-posterior.ts';
import { estimateEap } from './eap.ts';
import { gaussHermite } from './gauss-hermite.ts';

/** The facets, then acquiescence if the model has it. */
export interface EapEstimate {
  theta: number[];
  covariance: number[][];
  /** false where the grid did not come to rest, or one with a node less says otherwise: too steep for it */
  converged: boolean;
}

const MOST_POINTS = 300_000;
const MOST_NODES = 41;
/** Points times answers: many answers make the posterior all but normal, and few nodes exact. */
const MOST_WORK = 20_000_000;
const MOST_ROUNDS = 12;
/** The grid rests when no mean moves by more than this share of its SD, no variance by twice the share. */
const REST = 1e-3;
/** A node less may move them by so much. */
const AGREED = 0.02;

type Placed = Pick<EapEstimate, 'theta' | 'covariance'>;

/** One quadrature on a grid placed and scaled by a mean and a covariance. */
function integrate(
  log: (x: ArrayLike<number>) => number,
  { theta: centre, covariance }: Placed,
  nodes: number,
): Placed {
  const n = centre.length;
  const { node, logWeight } = gaussHermite(nodes);
  const root = cholesky(covariance);
  const place = new Int32Array(n);
  const apart = new Float64Array(n);
  const at = new Float64Array(n);
  const first = new Float64Array(n);
  const second = new Float64Array(n * n);
  let mass = 0;
  let top = log(centre);
  for (let point = 0; point < nodes ** n; point++) {
    let rest = point;
    let scale = 0;
    for (let i = 0; i < n; i++) {
      place[i] = rest % nodes;
      rest = (rest - place[i]!) / nodes;
      const x = node[place[i]!]!;
      scale += logWeight[place[i]!]! + (x * x) / 2;
    }
    for (let i = 0; i < n; i++) {
      let value = 0;
      for (let j = 0; j <= i; j++) value += root[i]![j]! * node[place[j]!]!;
      apart[i] = value;
      at[i] = centre[i]! + value;
    }
    const height = scale + log(at);
    if (height > top + 600) {
      // A centre far from the mass: what was summed so far counts for less.
      const shrink = Math.exp(top - height);
      mass *= shrink;
      for (let i = 0; i < n; i++) first[i]! *= shrink;
      for (let i = 0; i < n * n; i++) second[i]! *= shrink;
      top = height;
    }
    const weight = Math.exp(height - top);
    mass += weight;
    for (let i = 0; i < n; i++) {
      first[i]! += weight * apart[i]!;
      for (let j = 0; j <= i; j++) second[i * n + j]! += weight * apart[i]! * apart[j]!;
    }
  }
  const shift = Array.from(first, (sum) => sum / mass);
  return {
    theta: shift.map((x, i) => centre[i]! + x),
    covariance: shift.map((x, i) =>
      shift.map((y, j) => second[Math.max(i, j) * n + Math.min(i, j)]! / mass - x * y),
    ),
  };
}

function near(before: Placed, now: Placed, share: number): boolean {
  return now.theta.every((value, i) => {
    const variance = now.covariance[i]![i]!;
    const moved = Math.abs(value - before.theta[i]!) / Math.sqrt(variance);
    return moved < share && Math.abs(before.covariance[i]![i]! / variance - 1) < 2 * share;
  });
}

/**
 * Posterior mean and covariance of correlated facets (and acquiescence) by Gauss–Hermite quadrature, placed and scaled
 * by the mode and its curvature, then by the mean and covariance it gives until they rest (Naylor & Smith, 1982):
 * a steep or one-sided posterior is nothing like its curvature. As many nodes a dimension as 300,000 points allow:
 * 41 up to three dimensions, 8 for six, 6 for seven, fewer beyond some 300 items; one dimension is `estimateEap`'s.
 * Throws RangeError beyond eleven dimensions.
 */
export function estimateCorrelatedEap(
  model: Model,
  items: readonly Item[],
  responses: ArrayLike<number | null | undefined>,
): EapEstimate {
  if (model.sigma.length === 1 && !model.acquiescence) {
    const { value, se } = estimateEap(items, responses, { variance: model.sigma[0]![0]! });
    return { theta: [value], covariance: [[se * se]], converged: true };
  }
  const { dimensions, log, mode, covariance } = correlatedPosterior(model, items, responses);
  const most = (points: number) => Math.floor(points ** (1 / dimensions) + 1e-9);
  if (most(MOST_POINTS) < 3) {
    throw new RangeError(`sigma: ${dimensions} dimensions are too many for an EAP, use the MAP`);
  }
  const affordable = Math.max(3, most(MOST_WORK / Math.max(1, items.length)));
  const nodes = Math.min(MOST_NODES, most(MOST_POINTS), affordable);
  let placed: Placed = { theta: mode, covariance };
  for (let round = 1; ; round++) {
    const next = integrate(log, placed, nodes);
    const rests = near(placed, next, REST);
    if (rests || round === MOST_ROUNDS) {
      return { ...next, converged: rests && near(integrate(log, next, nodes - 1), next, AGREED) };
    }
    placed = next;
  }
}
