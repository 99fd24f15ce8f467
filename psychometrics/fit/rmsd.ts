import type { Responses } from '../calibration/patterns.ts';
import { normalGrid } from '../calibration/quadrature.ts';
import { fullestShare, nodesFor } from '../grid.ts';
import type { Curve } from '../model.ts';
import { fillPosterior } from './posterior.ts';
import { logTables } from './summed.ts';

export interface CurveDistance {
  /** root mean square distance of the observed from the model's item curve, as share of the score range */
  rmsd: number;
  /** mean distance: above 0 when people score higher than the model says */
  md: number;
  /** people who answered */
  n: number;
}

/**
 * How far the item curve seen in the data is from the model's, over the people who answered (the RMSD and MD of the
 * large-scale assessments, OECD 2017, on the expected score): an effect size, not a test, for any pattern of missing
 * answers. PISA looks again above .12. NaN for an item nobody answered.
 */
export function curveDistances(items: readonly Curve[], responses: Responses): CurveDistance[] {
  const share = fullestShare(responses);
  const { theta, logWeight } = normalGrid(nodesFor(items, { least: 61, range: 6, share }), 6);
  const nodes = theta.length;
  const logs = logTables(items, theta);
  const all = logs.map((table) => table.map(Math.exp));
  const people = items.map(() => new Float64Array(nodes));
  const scores = items.map(() => new Float64Array(nodes));
  const answered = items.map(() => 0);
  const posterior = new Float64Array(nodes);
  for (const row of responses) {
    fillPosterior(logs, row, theta, logWeight, posterior);
    for (let i = 0; i < items.length; i++) {
      const category = row[i];
      if (category == null) continue;
      answered[i]! += 1;
      const [own, score] = [people[i]!, scores[i]!];
      for (let q = 0; q < nodes; q++) {
        own[q]! += posterior[q]!;
        score[q]! += posterior[q]! * category;
      }
    }
  }
  return items.map(({ b }, i) => {
    let [square, mean] = [0, 0];
    const n = answered[i]!;
    for (let q = 0; q < nodes; q++) {
      const share = people[i]![q]!;
      if (share < 1e-9) continue;
      let expected = 0;
      for (let k = 1; k <= b.length; k++) expected += k * all[i]![k * nodes + q]!;
      const apart = (scores[i]![q]! / share - expected) / b.length;
      square += (share / n) * apart * apart;
      mean += (share / n) * apart;
    }
    return { rmsd: n ? Math.sqrt(square) : NaN, md: n ? mean : NaN, n };
  });
}
