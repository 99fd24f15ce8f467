import { feasible, maximise, maximiseSpace } from '../calibration/maximise.ts';
import { groupPatterns, type Patterns, type Responses } from '../calibration/patterns.ts';
import {
  fillLogTable,
  type Grid,
  normalGrid,
  type Parameters,
  posteriorOf,
} from '../calibration/quadrature.ts';

export interface TwoGroups {
  patterns: Patterns;
  /** people of each group with a pattern: reference, focal */
  weights: [Float64Array, Float64Array];
}

export interface TwoGroupFit {
  /** slope and intercepts by item, as `Parameters`; then the focal mean and SD */
  x: Parameters;
  mean: number;
  variance: number;
  logLik: number;
  cycles: number;
  converged: boolean;
}

const NODES = 61;
const RANGE = 6;

/** Patterns shared by the groups, with the people of either. Throws as `groupPatterns`. */
export function readTwoGroups(responses: Responses, group: ArrayLike<number>): TwoGroups {
  // Counting the focal group twice the second time tells the groups apart: patterns come in the same order.
  const patterns = groupPatterns(responses);
  const twice = groupPatterns(
    responses,
    responses.map((_, i) => 1 + group[i]!),
  );
  const focal = twice.weights.map((weight, p) => weight - patterns.weights[p]!);
  return { patterns, weights: [patterns.weights.map((weight, p) => weight - focal[p]!), focal] };
}

function start({ items, first, offsets, rows, weights }: Patterns): Parameters {
  const shown = new Float64Array(first[items]!);
  for (let p = 0; p < weights.length; p++) {
    for (let at = offsets[p]!; at < offsets[p + 1]!; at++) shown[rows[at]!]! += weights[p]!;
  }
  const x = new Float64Array(shown.length + 2);
  for (let i = 0; i < items; i++) {
    const own = shown.subarray(first[i]!, first[i + 1]!);
    const all = own.reduce((sum, n) => sum + n, 0);
    let above = all;
    x[first[i]!] = 1;
    for (let k = 1; k < own.length; k++) {
      above -= own[k - 1]!;
      x[first[i]! + k] = Math.log(above / (all - above));
    }
  }
  x[shown.length + 1] = 1;
  return x;
}

/** The E step of one group: adds to `counts` and `mass` (posterior people by node), returns its log-likelihood. */
function addGroup(
  { patterns, weights }: TwoGroups,
  which: 0 | 1,
  logTable: Float64Array,
  grid: Grid,
  posterior: Float64Array,
  counts: Float64Array,
  mass: Float64Array,
): number {
  const { offsets, rows } = patterns;
  let logLik = 0;
  for (let p = 0; p < patterns.weights.length; p++) {
    const weight = weights[which][p]!;
    if (weight === 0) continue;
    logLik += weight * posteriorOf(patterns, p, logTable, grid, posterior);
    for (let q = 0; q < NODES; q++) {
      posterior[q]! *= weight;
      mass[q]! += posterior[q]!;
    }
    for (let n = offsets[p]!; n < offsets[p + 1]!; n++) {
      const at = rows[n]! * NODES;
      for (let q = 0; q < NODES; q++) counts[at + q]! += posterior[q]!;
    }
  }
  return logLik;
}

/**
 * Graded-response items common to two groups by marginal maximum likelihood: reference θ ~ N(0, 1), focal
 * θ ~ N(mean, variance) estimated. EM with squared extrapolation, taken only where the likelihood does not fall.
 */
export function fitTwoGroups(groups: TwoGroups, limit = 1000): TwoGroupFit {
  const { patterns } = groups;
  const base = normalGrid(NODES, RANGE);
  const focalGrid: Grid = { theta: base.theta, logWeight: new Float64Array(NODES) };
  let x = start(patterns);
  const tail = x.length - 2;
  const logTable = new Float64Array(tail * NODES);
  const counts = new Float64Array(tail * NODES);
  const posterior = new Float64Array(NODES);
  const mass = new Float64Array(NODES);
  const space = maximiseSpace(Math.max(...patterns.codes.map((used) => used.length)));
  const { theta } = base;

  const cycle = (from: Parameters, to: Parameters): number => {
    const density = theta.map((t) => -(((t - from[tail]!) / from[tail + 1]!) ** 2) / 2);
    const top = density.reduce((most, log) => Math.max(most, log));
    const all = top + Math.log(density.reduce((sum, log) => sum + Math.exp(log - top), 0));
    focalGrid.logWeight = density.map((log) => log - all);
    fillLogTable(patterns, from, base, logTable);
    counts.fill(0);
    let logLik = addGroup(groups, 0, logTable, base, posterior, counts, mass);
    mass.fill(0);
    logLik += addGroup(groups, 1, logTable, focalGrid, posterior, counts, mass);
    to.set(from);
    maximise(patterns, counts, base, to, space);
    const people = mass.reduce((sum, m) => sum + m, 0);
    const mean = mass.reduce((sum, m, q) => sum + m * theta[q]!, 0) / people;
    to[tail] = mean;
    to[tail + 1] = Math.sqrt(mass.reduce((sum, m, q) => sum + m * (theta[q]! - mean) ** 2, 0) / people);
    return logLik;
  };

  const [x1, x2, leap, landed] = [x.slice(), x.slice(), x.slice(), x.slice()];
  let logLik = -Infinity;
  for (let cycles = 3; ; cycles += 3) {
    cycle(x, x1);
    logLik = cycle(x1, x2);
    const step = x.map((value, i) => x1[i]! - value);
    const bend = x.map((_, i) => x2[i]! - x1[i]! - step[i]!);
    const moved = Math.max(...x2.map((value, i) => Math.abs(value - x1[i]!)));
    if (moved < 1e-6 || cycles > limit) {
      const [mean, sd] = x2.subarray(tail);
      return { x: x2, mean: mean!, variance: sd! * sd!, logLik, cycles, converged: moved < 1e-6 };
    }
    const length = Math.sqrt(step.reduce((s, v) => s + v * v, 0) / bend.reduce((s, v) => s + v * v, 0));
    for (let i = 0; i < x.length; i++) leap[i] = x[i]! + 2 * length * step[i]! + length * length * bend[i]!;
    const safe = length > 1 && leap[tail + 1]! > 0.05 && feasible(patterns, leap);
    x = (safe && cycle(leap, landed) >= logLik ? landed : x2).slice();
  }
}
