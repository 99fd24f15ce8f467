import { normalGrid } from '../calibration/quadrature.ts';
import { summedScores, tables } from '../fit/summed.ts';
import type { Curve } from '../model.ts';
import type { Estimate } from '../types.ts';

/**
 * EAP of every summed score of 0-based categories, lowest first (Thissen et al. 1995): what a plain sum of answers is
 * worth on the scale of θ ~ N(0, 1). 61 nodes on [−6, 6].
 */
export function sumScoreEap(items: readonly Curve[]): Estimate[] {
  const { theta, logWeight } = normalGrid(61, 6);
  const nodes = theta.length;
  const likelihood = summedScores(tables(items, theta), nodes, -1);
  return Array.from({ length: likelihood.length / nodes }, (_, score) => {
    let [mass, first, second] = [0, 0, 0];
    for (let q = 0; q < nodes; q++) {
      const posterior = likelihood[score * nodes + q]! * Math.exp(logWeight[q]!);
      mass += posterior;
      first += posterior * theta[q]!;
      second += posterior * theta[q]! * theta[q]!;
    }
    const value = first / mass;
    return { value, se: Math.sqrt(second / mass - value * value) };
  });
}
