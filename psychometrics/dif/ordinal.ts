import { invert } from '../numerics/linear.ts';
import type { Table } from './table.ts';

/** Predictors in the order they join: matching value; and group; and their product. */
export type Predictors = 0 | 1 | 2 | 3;

/** logit P(Y ≤ k) = ζ_k − βᵀx (the convention of MASS::polr). */
export interface OrdinalFit {
  logLik: number;
  zeta: number[];
  beta: number[];
  converged: boolean;
}

const MAX_STEPS = 60;
/** A log-likelihood this close to 0 has no higher to go: the predictors separate the categories. */
const PERFECT = 1e-5;

interface Space {
  gradient: Float64Array;
  hessian: Float64Array;
}

/** Log-likelihood at `p` = (ζ, β); with `space`, its gradient and negative Hessian too. */
function evaluate(table: Table, design: Float64Array, q: number, p: Float64Array, space?: Space): number {
  const { categories, counts } = table;
  const cuts = categories - 1;
  const size = cuts + q;
  space?.gradient.fill(0);
  space?.hessian.fill(0);
  let logLik = 0;
  for (let cell = 0; cell < table.x.length * 2; cell++) {
    let eta = 0;
    for (let j = 0; j < q; j++) eta += p[cuts + j]! * design[cell * 3 + j]!;
    for (let k = 0; k < categories; k++) {
      const n = counts[cell * categories + k]!;
      if (n === 0) continue;
      const upperGap = k === cuts ? Infinity : p[k]! - eta;
      const lowerGap = k === 0 ? -Infinity : p[k - 1]! - eta;
      const upper = 1 / (1 + Math.exp(-upperGap));
      const above = 1 / (1 + Math.exp(lowerGap));
      // F(a) − F(b) = F(a)(1 − F(b))(1 − e^(b−a)): no cancellation in either tail.
      const probability = upper * above * -Math.expm1(lowerGap - upperGap);
      logLik += n * Math.log(probability);
      if (!space) continue;
      const lower = 1 - above;
      const fu = upper * (1 - upper);
      const fl = lower * above;
      const du = fu / probability;
      const dl = -fl / probability;
      const uu = du * (du - 1 + 2 * upper) * n;
      const ll = dl * (dl - 1 + 2 * lower) * n;
      const ul = du * dl * n;
      const slope = (1 - upper - lower) * n;
      const curve = (fu + fl) * n;
      const { gradient, hessian } = space;
      if (k < cuts) {
        gradient[k]! += du * n;
        hessian[k * size + k]! += uu;
      }
      if (k > 0) {
        gradient[k - 1]! += dl * n;
        hessian[(k - 1) * size + k - 1]! += ll;
        if (k < cuts) hessian[k * size + k - 1]! += ul;
      }
      for (let j = 0; j < q; j++) {
        const x = design[cell * 3 + j]!;
        const row = (cuts + j) * size;
        gradient[cuts + j]! -= slope * x;
        if (k < cuts) hessian[row + k]! -= (uu + ul) * x;
        if (k > 0) hessian[row + k - 1]! -= (ll + ul) * x;
        for (let i = 0; i <= j; i++) hessian[row + cuts + i]! += curve * x * design[cell * 3 + i]!;
      }
    }
  }
  return logLik;
}

/**
 * Proportional-odds regression of a table's categories on the first `q` predictors by damped Newton (the
 * log-likelihood is concave). Matching values are standardised inside and returned in their own unit.
 */
export function fitOrdinal(table: Table, q: Predictors): OrdinalFit {
  const { categories, counts, x, n } = table;
  const cuts = categories - 1;
  const size = cuts + q;
  const marginal = new Float64Array(categories);
  const valueAt = (i: number) => x[Math.floor(i / (2 * categories))]!;
  let mean = 0;
  let square = 0;
  counts.forEach((count, i) => {
    marginal[i % categories]! += count;
    mean += (count * valueAt(i)) / n;
  });
  counts.forEach((count, i) => {
    square += (count * (valueAt(i) - mean) ** 2) / n;
  });
  const sd = Math.sqrt(square) || 1;
  const design = new Float64Array(x.length * 6);
  for (let cell = 0; cell < x.length * 2; cell++) {
    const z = (x[cell >> 1]! - mean) / sd;
    design.set([z, cell & 1, z * (cell & 1)], cell * 3);
  }
  let p = new Float64Array(size);
  let below = 0;
  for (let k = 0; k < cuts; k++) {
    below += marginal[k]!;
    p[k] = Math.log(below / (n - below));
  }
  const space = { gradient: new Float64Array(size), hessian: new Float64Array(size * size) };
  let logLik = evaluate(table, design, q, p);
  let converged = q === 0 || categories < 2;
  for (let step = 0; step < MAX_STEPS && !converged; step++) {
    evaluate(table, design, q, p, space);
    const { gradient, hessian } = space;
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) hessian[j * size + i] = hessian[i * size + j]!;
    // A predictor that never varies has no curvature: it must not move, nor stop the others.
    for (let i = cuts; i < size; i++) hessian[i * size + i]! += 1e-9;
    invert(hessian, size);
    for (let share = 1; ; share /= 2) {
      const next = p.map((value, i) => {
        let move = 0;
        for (let j = 0; j < size; j++) move += hessian[i * size + j]! * gradient[j]!;
        return value + share * move;
      });
      const better = evaluate(table, design, q, next);
      if (better >= logLik) {
        converged = better - logLik < 1e-10;
        logLik = better;
        p = next;
        break;
      }
      if (share < 1e-6 || Number.isNaN(next[0]!)) {
        // At the top the steps are rounding noise; a singular Hessian (a separated item) ends here as well.
        return own(
          p,
          cuts,
          q,
          mean,
          sd,
          logLik,
          logLik > -PERFECT || gradient.every((slope) => Math.abs(slope) < 1e-5),
        );
      }
    }
  }
  return own(p, cuts, q, mean, sd, logLik, converged || logLik > -PERFECT);
}

/** From the standardised matching value back to its own unit. */
function own(
  p: Float64Array,
  cuts: number,
  q: number,
  mean: number,
  sd: number,
  logLik: number,
  converged: boolean,
): OrdinalFit {
  const beta = Array.from(p.subarray(cuts));
  const shift = q > 0 ? (beta[0]! * mean) / sd : 0;
  if (q > 2) {
    beta[1]! -= (beta[2]! * mean) / sd;
    beta[2]! /= sd;
  }
  if (q > 0) beta[0]! /= sd;
  return { logLik, zeta: Array.from(p.subarray(0, cuts), (value) => value + shift), beta, converged };
}
