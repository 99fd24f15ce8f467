import type { Style } from '../calibration/calibrate.ts';
import type { Responses } from '../calibration/patterns.ts';
import { normalGrid, styleGrid } from '../calibration/quadrature.ts';
import { fullestShare, nodesFor } from '../grid.ts';
import type { Curve } from '../model.ts';
import { drawCategory, normal, uniforms } from '../simulation/person.ts';
import { fillPosterior } from './posterior.ts';
import { logTables } from './summed.ts';

/** What residuals are taken from: items, the scale of each, and response style where it is in the model. */
export interface Scales {
  items: readonly Curve[];
  facets: readonly number[];
  style: Style | undefined;
}

/**
 * Row-major persons × items: answer less its expectation at the person's EAP of the item's facet (and of response
 * style); NaN missing.
 */
export function residualsOf({ items, facets, style }: Scales, responses: Responses): Float64Array {
  const residuals = new Float64Array(responses.length * items.length).fill(NaN);
  for (const facet of new Set(facets)) {
    const own = items.flatMap((_, i) => (facets[i] === facet ? [i] : []));
    const curves = own.map((i) => items[i]!);
    const keys = own.map((i) => style?.keys[i] ?? 1);
    const share = fullestShare(responses.map((row) => own.map((i) => row[i] ?? null)));
    const line = normalGrid(nodesFor(curves, { least: style ? 31 : 61, range: 6, share }), 6);
    const { theta, logWeight, shifts } = style ? styleGrid(line, style.loading, [1, ...keys]) : line;
    const along = shifts?.[0];
    const all = logTables(curves, theta, shifts?.slice(1));
    const posterior = new Float64Array(theta.length);
    responses.forEach((answers, p) => {
      const row = own.map((i) => answers[i] ?? null);
      const at = fillPosterior(all, row, theta, logWeight, posterior);
      let habit = 0;
      if (along) for (let q = 0; q < along.length; q++) habit += posterior[q]! * along[q]!;
      row.forEach((category, j) => {
        if (category === null) return;
        const { a, b } = curves[j]!;
        const z = a * at + keys[j]! * habit;
        // The expected score is the sum of P(Y ≥ k).
        let expected = 0;
        for (const threshold of b) expected += 1 / (1 + Math.exp(a * threshold - z));
        residuals[p * items.length + own[j]!] = category - expected;
      });
    });
  }
  return residuals;
}

/** Answers of other people by the model, missing where `responses` are: one facet's θ ~ N(0, 1), style ~ N(0, 1). */
export function likeBy({ items, facets, style }: Scales, responses: Responses, seed: string): Responses {
  const random = uniforms(seed);
  return responses.map((row) => {
    const theta = new Map([...new Set(facets)].map((facet) => [facet, normal(random)]));
    const habit = style ? style.loading * normal(random) : 0;
    return row.map((category, i) => {
      if (category === null) return null;
      const z = theta.get(facets[i]!)! + ((style?.keys[i] ?? 1) * habit) / items[i]!.a;
      return drawCategory(items[i]!, z, random);
    });
  });
}
