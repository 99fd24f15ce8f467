import { expect, test } from 'vitest';
import { adapt } from './adaptive/adapt.ts';
import { expectedGain } from './adaptive/select.ts';
import { stopReason } from './adaptive/stop.ts';
import { runUnidimensional } from './adaptive/unidimensional.ts';
import { estimateEap } from './estimation/eap.ts';
import { estimateMap } from './estimation/map.ts';
import bfi from './fixtures/bfi_grm.json' with { type: 'json' };
import big5 from './fixtures/big5_mirt3d_map.json' with { type: 'json' };
import unidimensional from './fixtures/cat_unidim.json' with { type: 'json' };
import multidimensional from './fixtures/mcat_axis.json' with { type: 'json' };
import science from './fixtures/science_grm.json' with { type: 'json' };
import { information, probabilities } from './model.ts';
import { axis } from './scoring/axis.ts';
import type { Definition, Item } from './types.ts';

const near = (actual: number, expected: number, tolerance: number, what: string) =>
  expect(Math.abs(actual - expected), `${what}: ${actual}, reference ${expected}`).toBeLessThan(tolerance);

const zeroBased = (response: readonly (number | null)[]) => response.map((r) => (r === null ? null : r - 1));

const RULE = { se: 0.3, min: 12, max: 36 };
const traced: Definition = {
  assessment: 'golden',
  version: 1,
  language: 'none',
  ...multidimensional,
  acquiescence: 0,
  categories: 5,
  modes: { quick: RULE, default: RULE, precise: RULE },
  items: multidimensional.items.map((item) => ({ ...item, key: 1 })),
};

// Science (mirt, ltm) by its figures; its rows are under GPL terms: TETO_GOLDEN, see testing/golden.ts.
const scales = Object.entries(bfi.scales).map(([name, scale]) => [`bfi ${name}`, scale] as const);
for (const [name, scale] of [...scales, ['Science', science.scales.Science] as const]) {
  test(`${name}: information, EAP and MAP agree with mirt`, () => {
    scale.theta.forEach((theta, t) => {
      let total = 0;
      for (const item of scale.items) {
        const own = information(item, theta);
        total += own;
        const reference = (scale.information as Record<string, number[]>)[item.id]!;
        near(own, reference[t]!, 1e-8, `${item.id} at ${theta}`);
        near(
          probabilities(item, theta).reduce((sum, p) => sum + p, 0),
          1,
          1e-12,
          'probabilities',
        );
      }
      near(total, scale.testInformation[t]!, 1e-8, `test at ${theta}`);
    });
    const model = { sigma: [[1]], acquiescence: 0 };
    const items = scale.items.map((item): Item => ({ ...item, facet: 0, key: 1 }));
    for (const pattern of scale.patterns) {
      const responses = zeroBased(pattern.response);
      const what = `${name} ${pattern.response}`;
      const eap = estimateEap(items, responses);
      near(eap.value, pattern.eap, 1e-7, what);
      near(eap.se, pattern.eapSe, 1e-7, what);
      near(eap.value, pattern.mirtEap, 1e-4, what);
      near(eap.se, pattern.mirtEapSe, 1e-4, what);
      const map = estimateMap(model, items, responses);
      expect(map.converged).toBe(true);
      near(map.theta[0]!, pattern.map, 1e-4, what);
      near(Math.sqrt(map.covariance[0]!), pattern.mapSe, 1e-4, what);
    }
  });
}

test('bfi E: the published scores of two patterns', () => {
  const { items } = bfi.scales.E;
  const middling = estimateEap(items, zeroBased([3, 4, 3, 4, 3]));
  near(middling.value, -0.54081, 1e-4, 'EAP');
  near(middling.se, 0.39719, 1e-4, 'SE');
  const lowest = estimateEap(items, zeroBased([1, 1, 1, 1, 1]));
  near(lowest.value, -2.75606, 1e-4, 'EAP');
  near(lowest.se, 0.5575, 1e-4, 'SE');
});

test('big5: MAP of three correlated facets and its covariance, with missing answers', () => {
  const items = big5.items.map(({ a, d }, i): Item => {
    const facet = a.findIndex((slope) => slope !== 0);
    return { id: `${i}`, facet, key: 1, a: a[facet]!, b: d.map((intercept) => -intercept / a[facet]!) };
  });
  const model = { sigma: big5.sigma, acquiescence: 0 };
  for (const pattern of big5.patterns) {
    const { theta, covariance, converged } = estimateMap(model, items, zeroBased(pattern.response));
    expect(converged).toBe(true);
    pattern.map.forEach((reference, i) => {
      near(theta[i]!, reference, 1e-6, 'Newton MAP');
      near(theta[i]!, pattern.mirtMap[i]!, 1e-4, 'mirt MAP');
      near(Math.sqrt(covariance[i * 4]!), pattern.mirtSe[i]!, 1e-4, 'mirt SE');
    });
    pattern.covariance.flat().forEach((reference, i) => {
      near(covariance[i]!, reference, 1e-6, `covariance ${i}`);
    });
  }
});

test('unidimensional adaptive test: five traces, step by step', () => {
  for (const { responses, steps, stop } of unidimensional.cases) {
    const rule = { se: 0.3, min: 4, max: 20 };
    const run = runUnidimensional(unidimensional.items, (index) => responses[index]!, rule);
    expect(run.map(({ index }) => index)).toEqual(steps.map(([index]) => index));
    run.forEach((step, i) => {
      near(step.information, steps[i]![1]!, 1e-8, `information at step ${i}`);
      near(step.value, steps[i]![2]!, 1e-4, `theta at step ${i}`);
      near(step.se, steps[i]![3]!, 1e-4, `SE at step ${i}`);
    });
    expect(stopReason(rule, run.length, run.at(-1)!.se)).toBe(stop);
  }
});

test('axis adaptive test: four traces, step by step', () => {
  expect(multidimensional.cases).toHaveLength(4);
  for (const reference of multidimensional.cases) {
    const asked: Item[] = [];
    const responses: number[] = [];
    let estimate = estimateMap(traced, [], []);
    for (const [index, gain, response, value, se] of reference.steps as [
      number,
      number,
      number,
      number,
      number,
    ][]) {
      const item = adapt(traced, estimate, asked, { candidates: 1 })!;
      expect(traced.items.indexOf(item)).toBe(index);
      near(expectedGain(traced, item, estimate), gain, 1e-6, `gain of ${item.id}`);
      asked.push(item);
      responses.push(reference.responses[index]!);
      expect(responses.at(-1)).toBe(response);
      estimate = estimateMap(traced, asked, responses);
      const placed = axis(traced, estimate);
      near(placed.value, value, 1e-4, 'axis');
      near(placed.se, se, 1e-4, 'axis SE');
      expect(stopReason(RULE, asked.length, placed.se) !== null).toBe(
        asked.length === reference.steps.length,
      );
    }
    near(axis(traced, estimate).pTeto, reference.pTeto, 1e-4, 'P(Teto)');
    reference.theta.forEach((theta, i) => {
      near(estimate.theta[i]!, theta, 1e-4, `theta ${i}`);
    });
    reference.cov.flat().forEach((covariance, i) => {
      near(estimate.covariance[i]!, covariance, 1e-4, `covariance ${i}`);
    });
  }
});
