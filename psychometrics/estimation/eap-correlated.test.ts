import { expect, test } from 'vitest';
import big5 from '../fixtures/big5_eap.json' with { type: 'json' };
import big5Items from '../fixtures/big5_mirt3d_map.json' with { type: 'json' };
import { score } from '../scoring/score.ts';
import { drawPerson, take, tap, tetoEgen, uniforms } from '../testing.ts';
import type { Item } from '../types.ts';
import { estimateEap } from './eap.ts';
import { estimateCorrelatedEap } from './eap-correlated.ts';
import { gaussHermite } from './gauss-hermite.ts';

const near = (actual: number, expected: number, tolerance: number, what: string) =>
  expect(Math.abs(actual - expected), `${what}: ${actual}, reference ${expected}`).toBeLessThan(tolerance);

test('Gauss–Hermite nodes carry the moments of the normal distribution', () => {
  for (const n of [3, 6, 8, 21, 41]) {
    const { node, logWeight } = gaussHermite(n);
    const mass = logWeight.reduce((sum, w) => sum + Math.exp(w), 0);
    const moment = (power: number) =>
      node.reduce((sum, x, i) => sum + Math.exp(logWeight[i]!) * x ** power, 0) / mass;
    for (const [power, expected] of [
      [1, 0],
      [2, 1],
      [3, 0],
      [4, 3],
    ] as const) {
      near(moment(power), expected, 1e-10, `moment ${power} by ${n} nodes`);
    }
  }
});

test('three correlated facets: EAP and SE agree with mirt', () => {
  const items = big5Items.items.map(({ a, d }, i): Item => {
    const facet = a.findIndex((slope) => slope !== 0);
    return { id: `${i}`, facet, key: 1, a: a[facet]!, b: d.map((intercept) => -intercept / a[facet]!) };
  });
  for (const { response, eap, eapSe } of big5.patterns) {
    const found = estimateCorrelatedEap(
      { sigma: big5Items.sigma, acquiescence: 0 },
      items,
      response.map((r) => (r === null ? null : r - 1)),
    );
    eap.forEach((reference, i) => {
      near(found.theta[i]!, reference, 1e-4, 'EAP');
      near(Math.sqrt(found.covariance[i]![i]!), eapSe[i]!, 1e-4, 'SE');
    });
  }
});

test('independent facets are as if each were alone', () => {
  const items: Item[] = [0, 0, 1].map((facet, i) => ({ id: `${i}`, facet, key: 1, a: 1.5, b: [-1, 0.2, 1] }));
  const found = estimateCorrelatedEap(
    {
      sigma: [
        [1, 0],
        [0, 1],
      ],
      acquiescence: 0,
    },
    items,
    [3, 3, null],
  );
  const alone = estimateEap(items.slice(0, 2), [3, 3]);
  near(found.theta[0]!, alone.value, 1e-6, 'EAP');
  near(Math.sqrt(found.covariance[0]![0]!), alone.se, 1e-6, 'SE');
  near(found.theta[1]!, 0, 1e-9, 'facet without answers');
  near(found.covariance[1]![1]!, 1, 1e-9, 'its variance');
});

test('seven dimensions: close to the mode of a whole test', () => {
  const definition = tetoEgen('en');
  const random = uniforms('seven');
  const person = drawPerson(definition, random);
  const { answers } = take(definition, 'seven', 'default', (item) => tap(definition, item, person, random));
  const items = answers.map(({ item }) => definition.items.find(({ id }) => id === item)!);
  const scored = items
    .map((item, i) => ({ item, raw: answers[i]!.category }))
    .filter(({ item }) => !item.pretest);
  const found = estimateCorrelatedEap(
    definition,
    scored.map(({ item }) => item),
    scored.map(({ item, raw }) => (item.key > 0 ? raw : 4 - raw)),
  );
  const mode = score(definition, answers);
  mode.facets.forEach(({ value, se }, i) => {
    near(found.theta[i]!, value, 0.5 * se, `facet ${i}`);
    near(Math.sqrt(found.covariance[i]![i]!) / se, 1, 0.15, `SE of facet ${i}, as share`);
  });
});

const APART = [
  [1, 0],
  [0, 1],
];
const alone = (a: number, b: number[]): Item => ({ id: 'x', facet: 0, key: 1, a, b });

test('one dimension is the line’s, whatever its prior variance', () => {
  const items = [alone(1.4, [-1, 0.2, 1]), alone(40, [0.3])];
  const line = estimateEap(items, [3, 1], { variance: 2 });
  const found = estimateCorrelatedEap({ sigma: [[2]], acquiescence: 0 }, items, [3, 1]);
  expect(found.theta[0]).toBe(line.value);
  expect(found.covariance[0]![0]).toBeCloseTo(line.se ** 2, 12);
});

test.each([
  ['a threshold far above', [alone(50, [40])], [1]],
  ['one far below, missed', [alone(50, [-40, 0])], [0]],
  ['a thousand answers', Array.from({ length: 1000 }, () => alone(1, [-1, 0, 1])), []],
] as const)('%s: as exact in two dimensions as in one', (_, items, given) => {
  const responses = items.map((_, i) => given[i] ?? (i * i) % 4);
  const found = estimateCorrelatedEap({ sigma: APART, acquiescence: 0 }, items, responses);
  const line = estimateEap(items, responses);
  expect(found.converged).toBe(true);
  near(found.theta[0]!, line.value, 0.005 * line.se, 'EAP');
  near(Math.sqrt(found.covariance[0]![0]!) / line.se, 1, 0.005, 'SE, as share');
  near(found.covariance[1]![1]!, 1, 1e-6, 'the other facet');
});

test('a curve too steep for the grid is near, and says so', () => {
  const items = [alone(50, [0.19])];
  const found = estimateCorrelatedEap({ sigma: APART, acquiescence: 0 }, items, [1]);
  const line = estimateEap(items, [1]);
  expect(found.converged).toBe(false);
  near(found.theta[0]!, line.value, 0.1 * line.se, 'EAP');
});
