import { adapt } from '../../psychometrics/adaptive/adapt.ts';
import { expectedGain } from '../../psychometrics/adaptive/select.ts';
import { runUnidimensional } from '../../psychometrics/adaptive/unidimensional.ts';
import { estimateEap } from '../../psychometrics/estimation/eap.ts';
import { estimateCorrelatedEap } from '../../psychometrics/estimation/eap-correlated.ts';
import { sumScoreEap } from '../../psychometrics/estimation/eap-sum.ts';
import { estimateMap } from '../../psychometrics/estimation/map.ts';
import bfi from '../../psychometrics/fixtures/bfi_grm.json' with { type: 'json' };
import big5Eap from '../../psychometrics/fixtures/big5_eap.json' with { type: 'json' };
import big5 from '../../psychometrics/fixtures/big5_grm.json' with { type: 'json' };
import big5Map from '../../psychometrics/fixtures/big5_mirt3d_map.json' with { type: 'json' };
import unidimensional from '../../psychometrics/fixtures/cat_unidim.json' with { type: 'json' };
import traces from '../../psychometrics/fixtures/mcat_axis.json' with { type: 'json' };
import science from '../../psychometrics/fixtures/science_grm.json' with { type: 'json' };
import { information } from '../../psychometrics/model.ts';
import { axis } from '../../psychometrics/scoring/axis.ts';
import type { Definition, Item } from '../../psychometrics/types.ts';
import { type Comparison, compare, type Note } from './compare.ts';

interface Scale {
  items: { a: number; b: number[] }[];
  theta: number[];
  testInformation: number[];
  patterns: { response: (number | null)[]; eap: number; eapSe: number; map: number; mapSe: number }[];
}

const coded = (response: readonly (number | null)[]) => response.map((r) => (r === null ? null : r - 1));

function scale({ items, theta, testInformation, patterns }: Scale, note: Note): void {
  theta.forEach((at, t) => {
    const own = items.reduce((sum, item) => sum + information(item, at), 0);
    note('test information', own, testInformation[t]!, 1e-8);
  });
  const placed = items.map((item, i): Item => ({ ...item, id: `${i}`, facet: 0, key: 1 }));
  for (const { response, eap, eapSe, map, mapSe } of patterns) {
    const mean = estimateEap(items, coded(response));
    note('EAP', mean.value, eap, 1e-4);
    note('SE of EAP', mean.se, eapSe, 1e-4);
    const mode = estimateMap({ sigma: [[1]], acquiescence: 0 }, placed, coded(response));
    note('MAP', mode.theta[0]!, map, 1e-4);
    note('SE of MAP', Math.sqrt(mode.covariance[0]!), mapSe, 1e-4);
  }
}

function correlated(note: Note): void {
  const items = big5Map.items.map(({ a, d }, i): Item => {
    const facet = a.findIndex((slope) => slope !== 0);
    return { id: `${i}`, facet, key: 1, a: a[facet]!, b: d.map((intercept) => -intercept / a[facet]!) };
  });
  const model = { sigma: big5Map.sigma, acquiescence: 0 };
  big5Map.patterns.forEach(({ response, mirtMap, mirtSe, covariance }, p) => {
    const mode = estimateMap(model, items, coded(response));
    mirtMap.forEach((value, i) => {
      note('MAP, 3 facets', mode.theta[i]!, value, 1e-4);
      note('SE of MAP', Math.sqrt(mode.covariance[i * 4]!), mirtSe[i]!, 1e-4);
    });
    covariance.flat().forEach((value, i) => {
      note('covariance at the mode', mode.covariance[i]!, value, 1e-4);
    });
    const mean = estimateCorrelatedEap(model, items, coded(response));
    big5Eap.patterns[p]!.eap.forEach((value, i) => {
      note('EAP, 3 facets', mean.theta[i]!, value, 1e-4);
      note('SE of EAP', Math.sqrt(mean.covariance[i]![i]!), big5Eap.patterns[p]!.eapSe[i]!, 1e-4);
    });
  });
}

function oneDimension(note: Note): void {
  for (const { responses, steps } of unidimensional.cases) {
    const rule = { se: 0.3, min: 4, max: 20 };
    const run = runUnidimensional(unidimensional.items, (index) => responses[index]!, rule);
    note('number of items', run.length, steps.length, 0.5);
    steps.forEach(([index, gain, value, se], s) => {
      note('item asked', run[s]?.index ?? Number.NaN, index!, 0.5);
      note('information', run[s]?.information ?? Number.NaN, gain!, 1e-8);
      note('EAP', run[s]?.value ?? Number.NaN, value!, 1e-4);
      note('SE', run[s]?.se ?? Number.NaN, se!, 1e-4);
    });
  }
}

function axisTraces(note: Note): void {
  const rule = { se: 0.3, min: 12, max: 36 };
  const definition: Definition = {
    ...traces,
    assessment: 'golden',
    version: 1,
    language: 'none',
    acquiescence: 0,
    categories: 5,
    modes: { quick: rule, default: rule, precise: rule },
    items: traces.items.map((item) => ({ ...item, key: 1 })),
  };
  for (const { responses, steps, pTeto } of traces.cases) {
    const asked: Item[] = [];
    const given: number[] = [];
    let estimate = estimateMap(definition, [], []);
    for (const [index, gain, , value, se] of steps) {
      const item = adapt(definition, estimate, asked, { candidates: 1 })!;
      note('item asked', definition.items.indexOf(item), index!, 0.5);
      note('variance reduction', expectedGain(definition, item, estimate), gain!, 1e-6);
      asked.push(item);
      given.push(responses[definition.items.indexOf(item)]!);
      estimate = estimateMap(definition, asked, given);
      note('axis', axis(definition, estimate).value, value!, 1e-4);
      note('SE of the axis', axis(definition, estimate).se, se!, 1e-4);
    }
    note('P(Teto)', axis(definition, estimate).pTeto, pTeto, 1e-4);
  }
}

/** Scores and selection against mirt, catR and the reference traces. */
export function scores(): Comparison[] {
  return [
    ...Object.entries(bfi.scales).flatMap(([name, own]) =>
      compare(`bfi ${name}`, (note) => scale(own, note)),
    ),
    ...compare('Science', (note) => scale(science.scales.Science, note)),
    ...Object.entries(big5.scales).flatMap(([name, own]) =>
      compare(`big5 ${name}`, (note) => {
        scale(own, note);
        const sums = sumScoreEap(own.items);
        own.eapSum.forEach(([, value, se], i) => {
          note('EAP of a sum', sums[i]!.value, value!, 1e-4);
          note('SE of EAP of a sum', sums[i]!.se, se!, 1e-4);
        });
      }),
    ),
    ...compare('big5, 3 dimensions', correlated),
    ...compare('CAT, 1 dimension', oneDimension),
    ...compare('CAT, axis', axisTraces),
  ];
}
