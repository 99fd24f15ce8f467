import { expect, test } from 'vitest';
import { atLeast } from '../model.ts';
import { drawCategory, normal, uniforms } from '../simulation/person.ts';
import { tetoEgen } from '../testing.ts';
import { calibrate } from './calibrate.ts';

const LOADING = 0.4;
const { items } = tetoEgen('en');
const facet = items.filter((item) => item.facet === 0 && !item.pretest);
const keys = facet.map(({ key }) => key);

/** People who answer by θ and by a habit of agreeing: `share` of the items each. */
function simulate(people: number, seed: string, share = 1): (number | null)[][] {
  const random = uniforms(seed);
  return Array.from({ length: people }, () => {
    const [theta, style] = [normal(random), normal(random)];
    return facet.map((item) => {
      const category = drawCategory(item, theta + (item.key * LOADING * style) / item.a, random);
      return random() < share ? category : null;
    });
  });
}

const ratio = (found: readonly { a: number }[]) =>
  found.reduce((sum, { a }, i) => sum + a / facet[i]!.a, 0) / facet.length;

test('the likelihood is the plain double sum over θ and response style, and no parameter can raise it', () => {
  const rows = simulate(150, 'plain style', 0.6);
  const found = calibrate(rows, { style: { loading: LOADING, keys }, tolerance: 1e-8 });
  expect(found.converged).toBe(true);
  const normalWeights = (nodes: number, range: number) => {
    const points = Array.from({ length: nodes }, (_, q) => range * ((2 * q) / (nodes - 1) - 1));
    const mass = points.reduce((sum, x) => sum + Math.exp((-x * x) / 2), 0);
    return points.map((x) => ({ x, weight: Math.exp((-x * x) / 2) / mass }));
  };
  const plain = (params: readonly { a: number; b: readonly number[] }[], styleNodes: number) =>
    rows.reduce((sum, row) => {
      let likelihood = 0;
      for (const theta of normalWeights(61, 6)) {
        for (const style of normalWeights(styleNodes, 4)) {
          let p = theta.weight * style.weight;
          row.forEach((category, i) => {
            if (category === null) return;
            const { a, b } = params[i]!;
            const at = theta.x + (keys[i]! * LOADING * style.x) / a;
            p *= atLeast({ a, b }, category, at) - atLeast({ a, b }, category + 1, at);
          });
          likelihood += p;
        }
      }
      return sum + Math.log(likelihood);
    }, 0);
  expect(plain(found.items, 9)).toBeCloseTo(found.logLik, 6);
  // Nine nodes a standard deviation apart are as good as 81.
  expect(Math.abs(plain(found.items, 81) - found.logLik)).toBeLessThan(0.01);
  for (const change of [-0.05, 0.05]) {
    const moved = found.items.map((item, i) => (i === 2 ? { ...item, a: item.a + change } : item));
    expect(plain(moved, 9)).toBeLessThan(found.logLik);
  }
});

test('slopes come out right with response style in the model, and too low without', () => {
  let [withStyle, without] = [0, 0];
  const runs = 6;
  for (let run = 0; run < runs; run++) {
    const rows = simulate(3000, `style ${run}`);
    withStyle += ratio(calibrate(rows, { nodes: 31, style: { loading: LOADING, keys } }).items) / runs;
    without += ratio(calibrate(rows).items) / runs;
  }
  expect(Math.abs(withStyle - 1)).toBeLessThan(0.012);
  expect(without).toBeLessThan(0.98);
});

test('standard errors cover the truth', () => {
  let [covered, all] = [0, 0];
  for (let run = 0; run < 4; run++) {
    const rows = simulate(2000, `cover ${run}`, 0.6);
    const found = calibrate(rows, { nodes: 31, style: { loading: LOADING, keys } });
    found.items.forEach(({ a, b, seA, seB }, i) => {
      [a - facet[i]!.a, ...b.map((value, k) => value - facet[i]!.b[k]!)].forEach((error, k) => {
        all++;
        if (Math.abs(error) < 1.96 * [seA, ...seB][k]!) covered++;
      });
    });
  }
  expect(covered / all).toBeGreaterThan(0.89);
  expect(covered / all).toBeLessThan(0.99);
});

test('one key an item is wanted', () => {
  expect(() =>
    calibrate(
      [
        [0, 1],
        [1, 0],
      ],
      { style: { loading: 0.4, keys: [1] } },
    ),
  ).toThrow('style.keys');
});
