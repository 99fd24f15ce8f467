import { invert } from '../numerics/linear.ts';
import type { Patterns } from './patterns.ts';
import type { Grid, Parameters } from './quadrature.ts';

const STEPS = 4;
const SMALL = 1e-5;
/** One Fisher step is never longer than this in any parameter. */
const LONGEST = 2;

interface Space {
  gradient: Float64Array;
  information: Float64Array;
  trial: Float64Array;
}

/** Work space for items of up to `most` categories. */
export function maximiseSpace(most: number): Space {
  return {
    gradient: new Float64Array(most),
    information: new Float64Array(most * most),
    trial: new Float64Array(most),
  };
}

/** Gradient and Fisher information of one item's expected log-likelihood: ordinal logistic regression on θ. */
function score(
  x: Parameters,
  from: number,
  k: number,
  counts: Float64Array,
  theta: Float64Array,
  shift: Float64Array | undefined,
  space: Space,
): void {
  const { gradient, information } = space;
  const nodes = theta.length;
  gradient.fill(0);
  information.fill(0, 0, k * k);
  const a = x[from]!;
  // F(u) − F(l) = F(u) F(−l) (1 − e^(l − u)): no difference of two curves is taken, none is lost.
  const width = new Float64Array(k).fill(1);
  const shared = new Float64Array(k);
  for (let c = 1; c + 1 < k; c++) {
    const gap = x[from + c]! - x[from + c + 1]!;
    width[c] = -Math.expm1(-gap);
    shared[c] = 1 / Math.expm1(gap);
  }
  for (let q = 0; q < nodes; q++) {
    const t = theta[q]!;
    let all = 0;
    for (let c = 0; c < k; c++) all += counts[(from + c) * nodes + q]!;
    if (all < 1e-12) continue;
    const z = a * t + (shift ? shift[q]! : 0);
    let upper = 1;
    let aboveUpper = 0;
    for (let c = 0; c < k; c++) {
      const last = c + 1 === k;
      const eta = last ? -Infinity : z + x[from + c + 1]!;
      const tail = Math.exp(-Math.abs(eta));
      const major = 1 / (1 + tail);
      const lower = eta < 0 ? tail * major : major;
      const aboveLower = eta < 0 ? major : tail * major;
      const p = upper * aboveLower * width[c]!;
      const byUpper = c === 0 ? 0 : aboveUpper + shared[c]!;
      const byLower = last ? 0 : -(lower + shared[c]!);
      const byA = t * (aboveUpper - lower);
      const r = counts[(from + c) * nodes + q]!;
      const e = all * p;
      gradient[0]! += r * byA;
      information[0]! += e * byA * byA;
      if (c > 0) {
        gradient[c]! += r * byUpper;
        information[c]! += e * byA * byUpper;
        information[c * k + c]! += e * byUpper * byUpper;
      }
      if (c + 1 < k) {
        gradient[c + 1]! += r * byLower;
        information[c + 1]! += e * byA * byLower;
        information[(c + 1) * k + c + 1]! += e * byLower * byLower;
        if (c > 0) information[c * k + c + 1]! += e * byUpper * byLower;
      }
      upper = lower;
      aboveUpper = aboveLower;
    }
  }
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) information[i * k + j] = information[j * k + i]!;
}

/** Whether the intercepts d_1 > d_2 > … of an item are in order. */
function ordered(x: Float64Array, from: number, k: number): boolean {
  for (let c = 2; c < k; c++) if (!(x[from + c - 1]! > x[from + c]!)) return false;
  return Number.isFinite(x[from]!);
}

/** Whether every item's intercepts are in order: outside of that there is no likelihood. */
export function feasible({ items, first }: Patterns, x: Parameters): boolean {
  for (let i = 0; i < items; i++) if (!ordered(x, first[i]!, first[i + 1]! - first[i]!)) return false;
  return true;
}

/** The M step: Fisher scoring item by item, `x` in place. The expected log-likelihood is concave, so few steps do. */
export function maximise(
  { items, first }: Patterns,
  counts: Float64Array,
  { theta, shifts }: Grid,
  x: Parameters,
  space: Space,
): void {
  const { gradient, information, trial } = space;
  for (let i = 0; i < items; i++) {
    const from = first[i]!;
    const k = first[i + 1]! - from;
    for (let step = 0; step < STEPS; step++) {
      score(x, from, k, counts, theta, shifts?.[i], space);
      invert(information, k);
      let largest = 0;
      for (let r = 0; r < k; r++) {
        let change = 0;
        for (let c = 0; c < k; c++) change += information[r * k + c]! * gradient[c]!;
        trial[r] = change;
        largest = Math.max(largest, Math.abs(change));
      }
      if (!Number.isFinite(largest)) break;
      let factor = Math.min(1, LONGEST / largest);
      for (let halvings = 0; halvings < 30; halvings++, factor /= 2) {
        for (let r = 0; r < k; r++) x[from + r]! += factor * trial[r]!;
        if (ordered(x, from, k)) break;
        for (let r = 0; r < k; r++) x[from + r]! -= factor * trial[r]!;
      }
      if (largest < SMALL) break;
    }
  }
}
