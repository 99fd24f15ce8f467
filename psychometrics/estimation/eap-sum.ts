import { normalGrid } from '../calibration/quadrature.ts';
import { summedScores, tables } from '../fit/summed.ts';
import { nodesFor } from '../grid.ts';
import type { Curve } from '../model.ts';
import type { Estimate } from '../types.ts';

/** The grid is widened while more than this share of a score's top stands at its end, or nothing within. */
const LOOSE_END = 1e-3;
const MOST_RANGE = 96;

/**
 * EAP of every summed score of 0-based categories, lowest first (Thissen et al. 1995): what a plain sum of answers is
 * worth on the scale of θ ~ N(0, 1). 61 nodes on [−6, 6], more where many or steep items, or extreme scores, want them.
 */
export function sumScoreEap(items: readonly Curve[]): Estimate[] {
  for (let range = 6; ; range *= 2) {
    const found = onGrid(items, range);
    if (range >= MOST_RANGE || found.every(({ held }) => held)) {
      return found.map(({ value, se }) => ({ value, se }));
    }
  }
}

function onGrid(items: readonly Curve[], range: number): (Estimate & { held: boolean })[] {
  const { theta, logWeight } = normalGrid(nodesFor(items, { least: 10 * range + 1, range }), range);
  const nodes = theta.length;
  const likelihood = summedScores(tables(items, theta), nodes, -1);
  return Array.from({ length: likelihood.length / nodes }, (_, score) => {
    const log = logWeight.map((prior, q) => prior + Math.log(likelihood[score * nodes + q]!));
    const top = log.reduce((most, value) => Math.max(most, value));
    const weight = log.map((value) => (top === -Infinity ? 0 : Math.exp(value - top)));
    const mass = weight.reduce((sum, w) => sum + w, 0);
    const value = weight.reduce((sum, w, q) => sum + w * theta[q]!, 0) / mass;
    const square = weight.reduce((sum, w, q) => sum + w * (theta[q]! - value) ** 2, 0);
    const held = mass > 0 && Math.max(weight[0]!, weight[nodes - 1]!) <= LOOSE_END;
    return { value, se: Math.sqrt(square / mass), held };
  });
}
