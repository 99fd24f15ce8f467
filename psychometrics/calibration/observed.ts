import type { Patterns } from './patterns.ts';
import { fillLogTable, type Grid, type Parameters, posteriorOf } from './quadrature.ts';

/**
 * Derivatives of log P(category) by row and node, by the three parameters a category has at most: the item's a, the
 * category's own intercept (not the lowest) and the next one's (not the highest). `curves`: P''/P in the same.
 */
interface Derivatives {
  scores: readonly [Float64Array, Float64Array, Float64Array];
  curves: readonly [Float64Array, Float64Array, Float64Array];
  /** kind · rows + row → index of the parameter, −1 for none */
  target: Int32Array;
}

function derivativesOf({ items, first }: Patterns, x: Parameters, { theta, shifts }: Grid): Derivatives {
  const nodes = theta.length;
  const size = first[items]!;
  const three = () =>
    [new Float64Array(size * nodes), new Float64Array(size * nodes), new Float64Array(size * nodes)] as const;
  const made = { scores: three(), curves: three(), target: new Int32Array(3 * size) };
  for (let i = 0; i < items; i++) {
    const from = first[i]!;
    const end = first[i + 1]!;
    for (let row = from; row < end; row++) {
      made.target[row] = from;
      made.target[size + row] = row > from ? row : -1;
      made.target[2 * size + row] = row + 1 < end ? row + 1 : -1;
    }
    const shift = shifts?.[i];
    for (let q = 0; q < nodes; q++) {
      const t = theta[q]!;
      const z = x[from]! * t + (shift ? shift[q]! : 0);
      let upper = 1;
      let aboveUpper = 0;
      for (let row = from; row < end; row++) {
        const last = row + 1 === end;
        const eta = last ? 0 : z + x[row + 1]!;
        const lower = last ? 0 : 1 / (1 + Math.exp(-eta));
        // As in the M step: slopes of log P without a difference of two curves.
        const shared = row === from || last ? 0 : 1 / Math.expm1(x[row]! - x[row + 1]!);
        const own = row === from ? 0 : aboveUpper + shared;
        const next = last ? 0 : -(lower + shared);
        const at = row * nodes + q;
        made.scores[0][at] = t * (aboveUpper - lower);
        made.scores[1][at] = own;
        made.scores[2][at] = next;
        made.curves[1][at] = own * (1 - 2 * upper);
        made.curves[2][at] = next * (1 - 2 * lower);
        made.curves[0][at] = t * t * (made.curves[1][at]! + made.curves[2][at]!);
        upper = lower;
        aboveUpper = last ? 1 : 1 / (1 + Math.exp(eta));
      }
    }
  }
  return made;
}

/** Adds E[s] E[s]ᵀ of every pattern; fills `counts` and the weighted posterior of each pattern. */
function addMeans(
  patterns: Patterns,
  { scores, target }: Derivatives,
  nodes: number,
  posteriors: Float64Array,
  counts: Float64Array,
  information: Float64Array,
): void {
  const { offsets, rows, weights } = patterns;
  const size = target.length / 3;
  const mean = new Float64Array(size);
  const touched = new Int32Array(size);
  for (let p = 0; p < weights.length; p++) {
    const weight = weights[p]!;
    const person = p * nodes;
    let n = 0;
    for (let r = offsets[p]!; r < offsets[p + 1]!; r++) {
      const at = rows[r]! * nodes;
      for (let q = 0; q < nodes; q++) counts[at + q]! += weight * posteriors[person + q]!;
      for (let kind = 0; kind < 3; kind++) {
        const parameter = target[kind * size + rows[r]!]!;
        if (parameter < 0) continue;
        const table = scores[kind]!;
        let sum = 0;
        for (let q = 0; q < nodes; q++) sum += posteriors[person + q]! * table[at + q]!;
        mean[parameter] = sum;
        touched[n++] = parameter;
      }
    }
    for (let i = 0; i < n; i++) {
      const row = touched[i]! * size;
      const value = weight * mean[touched[i]!]!;
      for (let j = 0; j < n; j++) information[row + touched[j]!]! += value * mean[touched[j]!]!;
    }
    for (let q = 0; q < nodes; q++) posteriors[person + q]! *= weight;
  }
}

/** Subtracts E[P''/P] of every item; within an item E[s sᵀ] is the rest of −E[∂s] and cancels. */
function subtractCurves(
  { curves, target }: Derivatives,
  { theta }: Grid,
  counts: Float64Array,
  information: Float64Array,
): void {
  const nodes = theta.length;
  const size = target.length / 3;
  for (let row = 0; row < size; row++) {
    const from = target[row]!;
    for (let kind = 0; kind < 3; kind++) {
      const parameter = target[kind * size + row]!;
      if (parameter < 0) continue;
      let own = 0;
      let withA = 0;
      for (let q = 0, at = row * nodes; q < nodes; q++, at++) {
        own += counts[at]! * curves[kind]![at]!;
        withA += counts[at]! * curves[kind]![at]! * theta[q]!;
      }
      information[parameter * size + parameter]! -= own;
      if (kind === 0) continue;
      information[from * size + parameter]! -= withA;
      information[parameter * size + from]! -= withA;
    }
  }
}

/** Subtracts E[s_i s_jᵀ] between different items, by way of the persons in (category of i, category of j, node). */
function subtractPairs(
  { items, first, offsets, rows, weights, itemOf }: Patterns,
  { scores, target }: Derivatives,
  nodes: number,
  posteriors: Float64Array,
  information: Float64Array,
): void {
  const size = target.length / 3;
  const joint = new Float64Array(size * nodes);
  // Which patterns show a row, so that each row of item i is gone through once.
  const showing: { p: number; at: number }[][] = Array.from({ length: size }, () => []);
  for (let p = 0; p < weights.length; p++) {
    for (let at = offsets[p]!; at < offsets[p + 1]!; at++) showing[rows[at]!]!.push({ p, at });
  }
  for (let left = 0; left < size; left++) {
    const rest = first[itemOf[left]! + 1]!;
    if (itemOf[left] === items - 1) break;
    joint.fill(0);
    for (const { p, at } of showing[left]!) {
      const person = p * nodes;
      for (let r = at + 1; r < offsets[p + 1]!; r++) {
        const into = rows[r]! * nodes;
        for (let q = 0; q < nodes; q++) joint[into + q]! += posteriors[person + q]!;
      }
    }
    for (let right = rest; right < size; right++) {
      for (let kind = 0; kind < 9; kind++) {
        const i = target[(kind % 3) * size + left]!;
        const j = target[Math.floor(kind / 3) * size + right]!;
        if (i < 0 || j < 0) continue;
        const mine = scores[kind % 3]!;
        const other = scores[Math.floor(kind / 3)]!;
        let sum = 0;
        for (let q = 0; q < nodes; q++) {
          sum += joint[right * nodes + q]! * mine[left * nodes + q]! * other[right * nodes + q]!;
        }
        information[i * size + j]! -= sum;
        information[j * size + i]! -= sum;
      }
    }
  }
}

/**
 * The observed information of the marginal likelihood at `x`, exactly (Louis, 1982): with s the derivatives of the
 * complete-data log-likelihood, Σ over persons of −E[∂s] − E[s sᵀ] + E[s] E[s]ᵀ under the posterior of θ.
 * Row-major, one row a parameter of `Parameters`.
 */
export function observedInformation(patterns: Patterns, x: Parameters, grid: Grid): Float64Array {
  const nodes = grid.theta.length;
  const size = patterns.first[patterns.items]!;
  const logTable = new Float64Array(size * nodes);
  fillLogTable(patterns, x, grid, logTable);
  const posteriors = new Float64Array(patterns.weights.length * nodes);
  for (let p = 0; p < patterns.weights.length; p++) {
    posteriorOf(patterns, p, logTable, grid, posteriors.subarray(p * nodes, (p + 1) * nodes));
  }
  const derivatives = derivativesOf(patterns, x, grid);
  const counts = new Float64Array(size * nodes);
  const information = new Float64Array(size * size);
  addMeans(patterns, derivatives, nodes, posteriors, counts, information);
  subtractCurves(derivatives, grid, counts, information);
  subtractPairs(patterns, derivatives, nodes, posteriors, information);
  return information;
}
