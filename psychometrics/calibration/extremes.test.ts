import { expect, test } from 'vitest';
import { logProbability } from '../log-model.ts';
import { probabilities } from '../model.ts';
import { calibrate } from './calibrate.ts';
import { groupPatterns } from './patterns.ts';
import { fillLogTable, normalGrid } from './quadrature.ts';

test('probabilities are exact in both tails, never below 0, and sum to 1', () => {
  const item = { a: 2, b: [-1, 0, 1] };
  for (const theta of [-40, -9, 0, 9, 40]) {
    const found = probabilities(item, theta);
    const mirrored = probabilities({ a: 2, b: [-1, 0, 1] }, -theta).reverse();
    found.forEach((p, k) => {
      expect(p).toBeGreaterThan(0);
      expect(p / mirrored[k]!).toBeCloseTo(1, 10);
    });
    expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 14);
  }
  expect(probabilities({ a: 1, b: [0, 1] }, 40)[0]! / Math.exp(-40)).toBeCloseTo(1, 10);
  expect(logProbability({ a: 50, b: [40] }, 1, -40)).toBeCloseTo(-4000, 9);
});

test('the table of the E step is the model’s, where differences of curves would be 0', () => {
  const patterns = groupPatterns([[0], [1], [2]]);
  const grid = normalGrid(61, 6);
  const [a, b] = [30, [-3, -2.9]];
  const into = new Float64Array(3 * 61);
  fillLogTable(patterns, Float64Array.of(a, -a * b[0]!, -a * b[1]!), grid, into);
  grid.theta.forEach((theta, q) => {
    for (let k = 0; k < 3; k++) {
      const exact = logProbability({ a, b }, k, theta);
      expect(Math.abs(into[k * 61 + q]! - exact)).toBeLessThan(1e-9 * (1 + Math.abs(exact)));
    }
  });
});

test.each([
  ['one item', [[0], [1], [1], [0], [1]], [0]],
  [
    'two items: only the product of the slopes is known',
    [
      [0, 1],
      [1, 0],
      [1, 1],
      [0, 0],
      [1, 1],
    ],
    [0, 1],
  ],
  [
    'two items that agree entirely',
    [
      [0, 0, 0],
      [1, 1, 1],
      [0, 0, 0],
      [1, 1, 1],
      [1, 1, 0],
    ],
    [0, 1],
  ],
])('%s: what the data do not determine has no standard error at all', (_, rows, undetermined) => {
  const { items } = calibrate(rows);
  for (const i of undetermined) {
    for (const se of [items[i]!.seA, ...items[i]!.seB]) expect(se).toBeNaN();
  }
});
