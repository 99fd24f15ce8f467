import type { Style } from '../calibration/calibrate.ts';
import type { Responses } from '../calibration/patterns.ts';
import type { Curve } from '../model.ts';
import { likeBy, residualsOf } from './residuals.ts';

/** Correlation of residuals this far above what is expected is dependence (Christensen et al. 2017). */
const LIMIT = 0.2;
/** … if it is not the luck of few people: normal quantile of one in a thousand pairs. */
const SURE = 3.09;

export interface Pair {
  first: number;
  second: number;
  /** people who answered both */
  n: number;
  q3: number;
  /** Q3 above what is expected of the pair: the mean of all pairs of the same kind, or what the model gives */
  excess: number;
  dependent: boolean;
}

export interface DependenceOptions {
  /** the scale of each item (one scale without): θ is taken from that scale's items alone */
  facets?: readonly number[];
  /** people are placed on response style too (the parameters calibrated with it): agreeing with everything is none */
  style?: Style;
  /**
   * data sets drawn by the model, with the same answers missing, to say what Q3 each pair would have: with few answers
   * each, that differs from pair to pair. 0: the mean of all pairs (within a facet, or across) stands for it
   */
  draws?: number;
}

function q3Of(residuals: Float64Array, width: number, first: number, second: number) {
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
  return { n, q3: (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y)) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Local dependence by Yen's (1984) Q3, the correlation of two items' residuals over the people who answered both.
 * Pairs without at least four common people are left out.
 */
export function localDependence(
  items: readonly Curve[],
  responses: Responses,
  { facets = items.map(() => 0), style, draws = 0 }: DependenceOptions = {},
): Pair[] {
  const width = items.length;
  const scales = { items, facets, style };
  const residuals = residualsOf(scales, responses);
  const drawn = Array.from({ length: draws }, (_, draw) =>
    residualsOf(scales, likeBy(scales, responses, `dependence ${draw}`)),
  );
  const pairs: Pair[] = [];
  for (let first = 0; first < width; first++) {
    for (let second = first + 1; second < width; second++) {
      const { n, q3 } = q3Of(residuals, width, first, second);
      if (n > 3 && Number.isFinite(q3)) pairs.push({ first, second, n, q3, excess: 0, dependent: false });
    }
  }
  const within = ({ first, second }: Pair) => facets[first] === facets[second];
  const means = [false, true].map((same) =>
    mean(pairs.filter((pair) => within(pair) === same).map(({ q3 }) => q3)),
  );
  for (const pair of pairs) {
    const expected = draws
      ? mean(drawn.map((one) => q3Of(one, width, pair.first, pair.second).q3))
      : means[Number(within(pair))]!;
    pair.excess = pair.q3 - expected;
    const bounded = Math.min(pair.excess, 1 - 1e-12);
    pair.dependent = pair.excess > LIMIT && Math.atanh(bounded) * Math.sqrt(pair.n - 3) > SURE;
  }
  return pairs;
}
