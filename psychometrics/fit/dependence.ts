import type { Responses } from '../calibration/patterns.ts';
import { normalGrid } from '../calibration/quadrature.ts';
import type { Curve } from '../model.ts';
import { fillPosterior } from './posterior.ts';
import { tables } from './summed.ts';

/** Correlation of residuals this far above the mean of all pairs is dependence (Christensen et al. 2017). */
const LIMIT = 0.2;
/** … if it is not the luck of few people: normal quantile of one in a thousand pairs. */
const SURE = 3.09;

export interface Pair {
  first: number;
  second: number;
  /** people who answered both */
  n: number;
  q3: number;
  /** Q3 above the mean of all pairs of the same kind (within a facet, or across) */
  excess: number;
  dependent: boolean;
}

/** Row-major persons × items: answer less its expectation at the person's EAP of the item's facet; NaN missing. */
function residualsOf(items: readonly Curve[], responses: Responses, facets: readonly number[]): Float64Array {
  const { theta, logWeight } = normalGrid(61, 6);
  const nodes = theta.length;
  const weight = logWeight.map(Math.exp);
  const residuals = new Float64Array(responses.length * items.length).fill(NaN);
  const posterior = new Float64Array(nodes);
  for (const facet of new Set(facets)) {
    const own = items.flatMap((_, i) => (facets[i] === facet ? [i] : []));
    const curves = own.map((i) => items[i]!);
    const all = tables(curves, theta);
    responses.forEach((answers, p) => {
      const row = own.map((i) => answers[i] ?? null);
      const at = fillPosterior(all, row, theta, weight, posterior);
      row.forEach((category, j) => {
        if (category === null) return;
        const { a, b } = curves[j]!;
        // The expected score is the sum of P(Y ≥ k).
        let expected = 0;
        for (const threshold of b) expected += 1 / (1 + Math.exp(-a * (at - threshold)));
        residuals[p * items.length + own[j]!] = category - expected;
      });
    });
  }
  return residuals;
}

/**
 * Local dependence by Yen's (1984) Q3, the correlation of two items' residuals over the people who answered both.
 * `facets`: the scale of each item (one scale without): θ is taken from that scale's items alone. Pairs without
 * at least four common people are left out.
 */
export function localDependence(
  items: readonly Curve[],
  responses: Responses,
  facets: readonly number[] = items.map(() => 0),
): Pair[] {
  const width = items.length;
  const residuals = residualsOf(items, responses, facets);
  const pairs: Pair[] = [];
  for (let first = 0; first < width; first++) {
    for (let second = first + 1; second < width; second++) {
      let [n, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
      for (let at = 0; at < residuals.length; at += width) {
        const one = residuals[at + first]!;
        const other = residuals[at + second]!;
        if (Number.isNaN(one) || Number.isNaN(other)) continue;
        n++;
        x += one;
        y += other;
        xx += one * one;
        yy += other * other;
        xy += one * other;
      }
      const q3 = (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
      if (n > 3 && Number.isFinite(q3)) pairs.push({ first, second, n, q3, excess: 0, dependent: false });
    }
  }
  for (const within of [true, false]) {
    const kind = pairs.filter(({ first, second }) => (facets[first] === facets[second]) === within);
    const mean = kind.reduce((sum, { q3 }) => sum + q3, 0) / kind.length;
    for (const pair of kind) {
      pair.excess = pair.q3 - mean;
      const bounded = Math.min(pair.excess, 1 - 1e-12);
      pair.dependent = pair.excess > LIMIT && Math.atanh(bounded) * Math.sqrt(pair.n - 3) > SURE;
    }
  }
  return pairs;
}
