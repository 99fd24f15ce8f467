import { fullestShare, nodesFor } from '../grid.ts';
import type { Curve } from '../model.ts';
import { feasible, maximise, maximiseSpace } from './maximise.ts';
import { observedInformation } from './observed.ts';
import { groupPatterns, type Patterns, type Responses } from './patterns.ts';
import {
  expectedCounts,
  fillLogTable,
  type Grid,
  normalGrid,
  type Parameters,
  styleGrid,
} from './quadrature.ts';
import { covarianceOf } from './standard-errors.ts';

/** Response style as a second dimension: every item's fixed loading, and 1 or −1 an item. */
export interface Style {
  loading: number;
  keys: readonly number[];
}

export interface CalibrationOptions {
  /** equally spaced quadrature nodes on [−range, range]; without: 61, and more where many items want them */
  nodes?: number;
  range?: number;
  /** integrated out; without it there is one dimension */
  style?: Style;
  /** persons each row stands for; 1 each without */
  frequencies?: readonly number[];
  /** converged when an EM cycle moves no parameter further than this */
  tolerance?: number;
  /** EM cycles at most */
  cycles?: number;
}

export interface CalibratedItem {
  a: number;
  b: number[];
  /** from the observed information; NaN when it is not positive definite (the data do not determine the item) */
  seA: number;
  seB: number[];
  /** raw codes of the categories that were used, ascending: b[k] parts codes[k] from codes[k + 1] */
  codes: number[];
  /** persons who answered */
  n: number;
}

export interface Calibration {
  /** of the grid */
  nodes: number;
  items: CalibratedItem[];
  logLik: number;
  cycles: number;
  converged: boolean;
  people: number;
}

/** Thresholds from the marginal proportions, as if every slope were 1. */
function start({ items, first, offsets, rows, weights, itemOf }: Patterns): {
  x: Parameters;
  answered: Float64Array;
} {
  const shown = new Float64Array(first[items]!);
  for (let p = 0; p < weights.length; p++) {
    for (let at = offsets[p]!; at < offsets[p + 1]!; at++) shown[rows[at]!]! += weights[p]!;
  }
  const answered = new Float64Array(items);
  shown.forEach((n, row) => {
    answered[itemOf[row]!]! += n;
  });
  const x = new Float64Array(shown.length);
  for (let i = 0; i < items; i++) {
    x[first[i]!] = 1;
    let above = answered[i]!;
    for (let row = first[i]! + 1; row < first[i + 1]!; row++) {
      above -= shown[row - 1]!;
      x[row] = 1.15 * Math.log(above / (answered[i]! - above));
    }
  }
  return { x, answered };
}

/** A slope beyond this runs away: no grid would do. */
const STEEP = 10;
const MOST_NODES = 481;

/** The items a finer grid is for. */
function curvesOf({ items, first }: Patterns, x: Parameters): Curve[] {
  return Array.from({ length: items }, (_, i) => {
    const a = x[first[i]!]!;
    return { a, b: Array.from(x.subarray(first[i]! + 1, first[i + 1]!), (d) => -d / a) };
  }).filter(({ a }) => Math.abs(a) <= STEEP);
}

/** How far the furthest parameter moved. */
function distance(from: Parameters, to: Parameters): number {
  let largest = 0;
  for (let i = 0; i < from.length; i++) largest = Math.max(largest, Math.abs(to[i]! - from[i]!));
  return largest;
}

/** EM with the squared extrapolation of Varadhan & Roland (2008), taken only where the likelihood does not fall. */
function expectMaximise(patterns: Patterns, x: Parameters, grid: Grid, tolerance: number, limit: number) {
  const { items, first, codes } = patterns;
  const size = first[items]! * grid.theta.length;
  const logTable = new Float64Array(size);
  const counts = new Float64Array(size);
  const posterior = new Float64Array(grid.theta.length);
  const space = maximiseSpace(Math.max(...codes.map((used) => used.length)));
  const x1 = x.slice();
  const x2 = x.slice();
  const leap = x.slice();
  let cycles = 0;
  const cycle = (from: Parameters, to: Parameters): number => {
    cycles++;
    fillLogTable(patterns, from, grid, logTable);
    const logLik = expectedCounts(patterns, logTable, grid, posterior, counts);
    to.set(from);
    maximise(patterns, counts, grid, to, space);
    return logLik;
  };
  while (cycles < limit) {
    cycle(x, x1);
    const before = cycle(x1, x2);
    if (distance(x1, x2) < tolerance) {
      x.set(x2);
      return { cycles, converged: true };
    }
    let first2 = 0;
    let second2 = 0;
    for (let i = 0; i < x.length; i++) {
      const step = x1[i]! - x[i]!;
      const bend = x2[i]! - x1[i]! - step;
      first2 += step * step;
      second2 += bend * bend;
    }
    const length = Math.max(1, Math.sqrt(first2 / second2));
    for (let i = 0; i < x.length; i++) {
      const step = x1[i]! - x[i]!;
      leap[i] = x[i]! + 2 * length * step + length * length * (x2[i]! - x1[i]! - step);
    }
    const taken = length > 1 && feasible(patterns, leap) && cycle(leap, x) >= before;
    if (!taken) x.set(x2);
  }
  return { cycles, converged: false };
}

/**
 * Graded-response items by marginal maximum likelihood, θ ~ N(0, 1) (Bock & Aitkin, 1981): with two categories the
 * 2PL. Missing answers are skipped (missing at random). Standard errors from the observed information.
 * In one dimension, response style of loading .4 beside it lowers the slopes of this bank by about 3 %: with `style`
 * it is integrated out, and a and b are those of θ alone, as the scores use them.
 * A category nobody used is left out of its item and reported by `codes`, as mirt does.
 * Throws RangeError naming the entry or item that cannot be used.
 */
export function calibrate(responses: Responses, options: CalibrationOptions = {}): Calibration {
  const { range = 6, tolerance = 1e-6, cycles: limit = 2000 } = options;
  const patterns = groupPatterns(responses, options.frequencies);
  const { style } = options;
  if (style && style.keys.length !== patterns.items) throw new RangeError('style.keys: one an item');
  const { x, answered } = start(patterns);
  const { items, first, codes, people } = patterns;
  let nodes = options.nodes ?? 61;
  let cycles = 0;
  let grid: Grid;
  let converged: boolean;
  for (;;) {
    const line = normalGrid(nodes, range);
    grid = style ? styleGrid(line, style.loading, style.keys) : line;
    const run = expectMaximise(patterns, x, grid, tolerance, limit);
    cycles += run.cycles;
    converged = run.converged;
    if (options.nodes || !converged || nodes >= MOST_NODES) break;
    const wanted = nodesFor(curvesOf(patterns, x), { least: nodes, range, share: fullestShare(responses) });
    if (wanted === nodes) break;
    nodes = Math.min(MOST_NODES, wanted);
  }
  const size = x.length;
  const logTable = new Float64Array(size * grid.theta.length);
  fillLogTable(patterns, x, grid, logTable);
  const counts = new Float64Array(logTable.length);
  const logLik = expectedCounts(patterns, logTable, grid, new Float64Array(grid.theta.length), counts);
  const covariance = covarianceOf(observedInformation(patterns, x, grid), first);
  const found = Array.from({ length: items }, (_, i): CalibratedItem => {
    const at = first[i]!;
    const a = x[at]!;
    const intercepts = Array.from(x.subarray(at + 1, first[i + 1]));
    const variance = covariance[at * size + at]!;
    return {
      a,
      b: intercepts.map((d) => -d / a),
      seA: Math.sqrt(variance),
      // b = −d/a, so ∂b = (−∂d − b ∂a) / a
      seB: intercepts.map((d, k) => {
        const b = -d / a;
        const own = covariance[(at + 1 + k) * size + at + 1 + k]!;
        return Math.sqrt(own + 2 * b * covariance[at * size + at + 1 + k]! + b * b * variance) / Math.abs(a);
      }),
      codes: codes[i]!,
      n: answered[i]!,
    };
  });
  return { items: found, logLik, cycles, converged, people, nodes };
}
