import { logProbability } from '../log-model.ts';
import type { Curve } from '../model.ts';
import type { Responses } from './patterns.ts';

const NODES = 41;
const RANGE = 5;
/** Beyond this the grid is too coarse for the ridge of the bivariate density. */
const LIMIT = 0.95;
const NEGLIGIBLE = 1e-9;

export interface Correlation {
  value: number;
  /** from the observed information of the pair's likelihood; the item parameters count as known */
  se: number;
  /** false at the limit of ±.95, or when the data say nothing about it */
  converged: boolean;
}

export interface FacetCorrelations {
  sigma: number[][];
  se: number[][];
  converged: boolean;
  /** smallest eigenvalue before repair; not above 0 means that `sigma` was shrunk towards the identity */
  smallestEigenvalue: number;
}

/** Each person's likelihood of θ from one facet's items on the grid (largest = 1); null when nothing was answered. */
export function facetLikelihoods(items: readonly Curve[], responses: Responses): (Float64Array | null)[] {
  const tables = items.map((item) =>
    Array.from({ length: item.b.length + 1 }, (_, category) =>
      Float64Array.from({ length: NODES }, (_, q) => {
        const theta = RANGE * ((2 * q) / (NODES - 1) - 1);
        return logProbability(item, category, theta);
      }),
    ),
  );
  return responses.map((row, r) => {
    const sum = new Float64Array(NODES);
    let answered = 0;
    row.forEach((category, i) => {
      if (category == null) return;
      const table = tables[i]?.[category];
      if (!table) throw new RangeError(`responses[${r}][${i}]: the item has no category ${category}`);
      answered++;
      for (let q = 0; q < NODES; q++) sum[q]! += table[q]!;
    });
    if (!answered) return null;
    const top = sum.reduce((a, b) => Math.max(a, b));
    return sum.map((value) => Math.exp(value - top));
  });
}

/** The bivariate normal density on the grid and its first two derivatives by ρ (constant factors left out). */
function densities(rho: number): { value: Float64Array; first: Float64Array; second: Float64Array } {
  const size = NODES * NODES;
  const made = {
    value: new Float64Array(size),
    first: new Float64Array(size),
    second: new Float64Array(size),
  };
  const rest = 1 - rho * rho;
  for (let i = 0; i < NODES; i++) {
    for (let j = 0; j < NODES; j++) {
      const x = RANGE * ((2 * i) / (NODES - 1) - 1);
      const y = RANGE * ((2 * j) / (NODES - 1) - 1);
      const form = x * x - 2 * rho * x * y + y * y;
      const density = Math.exp(-form / (2 * rest)) / Math.sqrt(rest);
      const slope = rho / rest + (x * y) / rest - (rho * form) / (rest * rest);
      const bend =
        (1 + rho * rho) / (rest * rest) +
        (2 * rho * x * y) / (rest * rest) -
        (form - 2 * rho * x * y) / (rest * rest) -
        (4 * rho * rho * form) / (rest * rest * rest);
      made.value[i * NODES + j] = density;
      made.first[i * NODES + j] = density * slope;
      made.second[i * NODES + j] = density * (slope * slope + bend);
    }
  }
  return made;
}

type Pairs = readonly (readonly [Float64Array, Float64Array])[];

/** The pairs' log-likelihood at ρ with its first two derivatives. */
function likelihood(pairs: Pairs, rho: number): { logLik: number; slope: number; bend: number } {
  const { value, first, second } = densities(rho);
  let logLik = 0;
  let slope = 0;
  let bend = 0;
  for (const [left, right] of pairs) {
    let from = 0;
    while (right[from]! < NEGLIGIBLE) from++;
    let end = NODES;
    while (right[end - 1]! < NEGLIGIBLE) end--;
    let zeroth = 0;
    let byRho = 0;
    let twice = 0;
    for (let i = 0; i < NODES; i++) {
      const mass = left[i]!;
      if (mass < NEGLIGIBLE) continue;
      for (let j = from, at = i * NODES + from; j < end; j++, at++) {
        const both = mass * right[j]!;
        zeroth += both * value[at]!;
        byRho += both * first[at]!;
        twice += both * second[at]!;
      }
    }
    const ratio = byRho / zeroth;
    logLik += Math.log(zeroth);
    slope += ratio;
    bend += twice / zeroth - ratio * ratio;
  }
  return { logLik, slope, bend };
}

/**
 * The correlation of two facets by maximum likelihood, item parameters fixed: not of scores, so nothing is lost to
 * unreliability. Newton in ρ where the likelihood bends down, else by its slope; halved until it does not fall.
 */
export function correlate(
  left: readonly (Float64Array | null)[],
  right: readonly (Float64Array | null)[],
): Correlation {
  const pairs: [Float64Array, Float64Array][] = [];
  left.forEach((one, p) => {
    const other = right[p];
    if (one && other) pairs.push([one, other]);
  });
  let rho = 0;
  let at = likelihood(pairs, rho);
  for (let step = 0; step < 50 && pairs.length; step++) {
    let change = at.bend < 0 ? -at.slope / at.bend : 0.2 * Math.sign(at.slope);
    change = Math.max(-0.3, Math.min(0.3, change));
    let next = at;
    let to = rho;
    for (let halvings = 0; halvings < 20; halvings++, change /= 2) {
      to = Math.max(-LIMIT, Math.min(LIMIT, rho + change));
      next = likelihood(pairs, to);
      if (next.logLik >= at.logLik - 1e-9) break;
    }
    const moved = Math.abs(to - rho);
    rho = to;
    at = next;
    if (moved < 1e-7) break;
  }
  const converged = pairs.length > 0 && Math.abs(rho) < LIMIT && at.bend < 0;
  return { value: rho, se: converged ? 1 / Math.sqrt(-at.bend) : Number.NaN, converged };
}
