import { logLogistic, logWidth } from '../log-model.ts';
import type { Patterns } from './patterns.ts';

/** Nodes of θ with the standard normal's weights, normalised to 1. */
export interface Grid {
  theta: Float64Array;
  logWeight: Float64Array;
  /** What response style adds to an item's predictor at every node, by item. */
  shifts?: readonly Float64Array[];
}

export function normalGrid(nodes: number, range: number): Grid {
  const theta = Float64Array.from({ length: nodes }, (_, q) => range * ((2 * q) / (nodes - 1) - 1));
  let mass = 0;
  for (const t of theta) mass += Math.exp((-t * t) / 2);
  return { theta, logWeight: theta.map((t) => (-t * t) / 2 - Math.log(mass)) };
}

/** Spacing of one SD is enough: the loading is small beside the prior. */
const STYLE_NODES = 9;
const STYLE_RANGE = 4;

/**
 * θ crossed with response style ξ ~ N(0, 1), on which every item loads `loading` in the direction of its key (a random
 * intercept, Maydeu-Olivares & Coffman 2006): nodes of θ fastest.
 */
export function styleGrid(theta: Grid, loading: number, keys: readonly number[]): Grid {
  const style = normalGrid(STYLE_NODES, STYLE_RANGE);
  const size = theta.theta.length;
  const nodes = size * STYLE_NODES;
  const outer = (q: number) => Math.floor(q / size);
  const along = Float64Array.from({ length: nodes }, (_, q) => loading * style.theta[outer(q)]!);
  const against = along.map((shift) => -shift);
  return {
    theta: Float64Array.from({ length: nodes }, (_, q) => theta.theta[q % size]!),
    logWeight: Float64Array.from(
      { length: nodes },
      (_, q) => theta.logWeight[q % size]! + style.logWeight[outer(q)]!,
    ),
    shifts: keys.map((key) => (key < 0 ? against : along)),
  };
}

/**
 * Slope-intercept parameters of all items in one vector: item i has a, d_1 > d_2 > … from `first[i]` on, as many
 * numbers as it has categories. P(Y ≥ k | θ) = 1 / (1 + exp(−(aθ + d_k))); response style adds its shift.
 */
export type Parameters = Float64Array;

/** log P(category | θ) at every node, exact however small: `into[row · nodes + node]`. */
export function fillLogTable(
  { items, first }: Patterns,
  x: Parameters,
  { theta, shifts }: Grid,
  into: Float64Array,
): void {
  const nodes = theta.length;
  for (let i = 0; i < items; i++) {
    const from = first[i]!;
    const end = first[i + 1]!;
    const a = x[from]!;
    const shift = shifts?.[i];
    for (let row = from; row < end; row++) {
      const inner = row > from && row + 1 < end;
      into.fill(inner ? logWidth(x[row]! - x[row + 1]!) : 0, row * nodes, (row + 1) * nodes);
    }
    for (let q = 0; q < nodes; q++) {
      const z = a * theta[q]! + (shift ? shift[q]! : 0);
      for (let row = from + 1; row < end; row++) {
        // ln F(η) and ln F(−η) differ by η.
        const above = logLogistic(z + x[row]!);
        into[row * nodes + q]! += above;
        into[(row - 1) * nodes + q]! += above - (z + x[row]!);
      }
    }
  }
}

/** The posterior of θ given pattern p, on the grid, into `posterior`; returns the pattern's log-likelihood. */
export function posteriorOf(
  { offsets, rows }: Patterns,
  p: number,
  logTable: Float64Array,
  { logWeight }: Grid,
  posterior: Float64Array,
): number {
  const nodes = logWeight.length;
  for (let q = 0; q < nodes; q++) posterior[q] = logWeight[q]!;
  const end = offsets[p + 1]!;
  for (let n = offsets[p]!; n < end; n++) {
    const at = rows[n]! * nodes;
    for (let q = 0; q < nodes; q++) posterior[q]! += logTable[at + q]!;
  }
  let top = posterior[0]!;
  for (let q = 1; q < nodes; q++) if (posterior[q]! > top) top = posterior[q]!;
  let mass = 0;
  for (let q = 0; q < nodes; q++) {
    const value = posterior[q]! - top;
    const density = value < -60 ? 0 : Math.exp(value);
    posterior[q] = density;
    mass += density;
  }
  const scale = 1 / mass;
  for (let q = 0; q < nodes; q++) posterior[q]! *= scale;
  return top + Math.log(mass);
}

/** The E step: expected persons by row and node into `counts`; returns the log-likelihood of all. */
export function expectedCounts(
  patterns: Patterns,
  logTable: Float64Array,
  grid: Grid,
  posterior: Float64Array,
  counts: Float64Array,
): number {
  const { offsets, rows, weights } = patterns;
  const nodes = grid.theta.length;
  counts.fill(0);
  let logLik = 0;
  for (let p = 0; p < weights.length; p++) {
    const weight = weights[p]!;
    logLik += weight * posteriorOf(patterns, p, logTable, grid, posterior);
    if (weight !== 1) for (let q = 0; q < nodes; q++) posterior[q]! *= weight;
    const end = offsets[p + 1]!;
    for (let n = offsets[p]!; n < end; n++) {
      const at = rows[n]! * nodes;
      for (let q = 0; q < nodes; q++) counts[at + q]! += posterior[q]!;
    }
  }
  return logLik;
}
