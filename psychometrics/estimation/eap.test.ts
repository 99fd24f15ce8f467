import { expect, test } from 'vitest';
import type { Item } from '../types.ts';
import { estimateEap } from './eap.ts';
import { estimateMap } from './map.ts';

const ALONE = { sigma: [[1]], acquiescence: 0 };
const items = (n: number, curve: (i: number) => { a: number; b: number[] }) =>
  Array.from({ length: n }, (_, i): Item => ({ id: `${i}`, facet: 0, key: 1, ...curve(i) }));
/** The same integral by brute force: probabilities straight from the model, in logs, 40,001 nodes. */
function brute(own: readonly Item[], responses: readonly number[], [from, to]: [number, number]) {
  const log = (theta: number) =>
    own.reduce(
      (sum, { a, b }, i) => {
        const k = responses[i]!;
        const above = (at: number) => 1 / (1 + Math.exp(a * (b[at - 1]! - theta)));
        if (k === 0) return sum + Math.log(1 / (1 + Math.exp(a * (theta - b[0]!))));
        return sum + Math.log(above(k) - (k < b.length ? above(k + 1) : 0));
      },
      (-theta * theta) / 2,
    );
  const theta = Array.from({ length: 40_001 }, (_, q) => from + ((to - from) * q) / 40_000);
  const logs = theta.map(log);
  const top = logs.reduce((a, b) => Math.max(a, b));
  const weight = logs.map((value) => Math.exp(value - top));
  const mass = weight.reduce((a, b) => a + b);
  const value = weight.reduce((sum, w, q) => sum + w * theta[q]!, 0) / mass;
  return { value, se: Math.sqrt(weight.reduce((s, w, q) => s + w * (theta[q]! - value) ** 2, 0) / mass) };
}

test.each([1, 10, 100, 500, 650, 1000, 5000])('%i answers: finite, and beside the mode', (n) => {
  const own = items(n, () => ({ a: 1, b: [-1, 0, 1] }));
  const responses = own.map((_, i) => [0, 1, 2, 3, 3, 2][i % 6]!);
  const mean = estimateEap(own, responses);
  const mode = estimateMap(ALONE, own, responses);
  const se = Math.sqrt(mode.covariance[0]!);
  expect(Math.abs(mean.value - mode.theta[0]!)).toBeLessThan(0.05 * se);
  expect(Math.abs(mean.se / se - 1)).toBeLessThan(n < 10 ? 0.02 : 0.015);
});

test.each([5, 50, 1000, 5000])('%i equal answers at an end are as extreme as they are', (n) => {
  const own = items(n, () => ({ a: 2, b: [-1, 0, 1] }));
  for (const k of [0, 3]) {
    const responses = own.map(() => k);
    const mean = estimateEap(own, responses);
    const mode = estimateMap(ALONE, own, responses);
    expect(Math.abs(mean.value - mode.theta[0]!)).toBeLessThan(0.5 * mean.se);
    expect(Math.abs(mean.se / Math.sqrt(mode.covariance[0]!) - 1)).toBeLessThan(0.25);
  }
});

test.each([
  ['a steep item', [{ a: 50, b: [0.19] }], [1], [-1, 10]],
  [
    'a steep pair',
    [
      { a: 50, b: [-0.31] },
      { a: 30, b: [0.47] },
    ],
    [1, 0],
    [-2, 2],
  ],
  ['a steep item of three categories', [{ a: 20, b: [0.1, 0.3] }], [1], [-2, 2]],
  ['a threshold far above', [{ a: 1, b: [40] }], [1], [-12, 12]],
  ['a threshold far below, missed', [{ a: 1, b: [-40] }], [0], [-12, 12]],
  ['a steep threshold far above', [{ a: 50, b: [40] }], [1], [30, 44]],
  [
    'falling curves',
    [
      { a: -1.5, b: [1, -1] },
      { a: 2, b: [0.3] },
    ],
    [2, 0],
    [-10, 10],
  ],
  ['many', Array.from({ length: 90 }, (_, i) => ({ a: 2, b: [i / 45 - 1, i / 45] })), [], [-3, 3]],
] as const)('%s: the integral of brute force', (_, curves, given, range) => {
  const own = items(curves.length, (i) => curves[i] as { a: number; b: number[] });
  const responses = own.map((_, i) => given[i] ?? i % 3);
  const mean = estimateEap(own, responses);
  const plain = brute(own, responses, range as unknown as [number, number]);
  expect(Math.abs(mean.value - plain.value)).toBeLessThan(1e-5);
  expect(Math.abs(mean.se - plain.se)).toBeLessThan(1e-5);
});

test('no jump where the grid gives way to the finer one', () => {
  let before = { value: Number.NaN, se: Number.NaN };
  // The SE passes .25, then the slope passes 5: second differences show any step.
  for (const of of [
    (t: number) => ({ a: 1 + t, b: [-1, 0, 1] }),
    (t: number) => ({ a: 4.5 + t, b: [-0.11] }),
  ]) {
    const line = Array.from({ length: 101 }, (_, i) => {
      const own = items(12, () => of(i / 100));
      return estimateEap(
        own,
        own.map((_, j) => j % 2),
      );
    });
    line.forEach(({ value, se }, i) => {
      if (i > 0) {
        expect(Math.abs(value - before.value)).toBeLessThan(0.01);
        expect(Math.abs(se - before.se)).toBeLessThan(0.01);
      }
      before = { value, se };
    });
    for (let i = 2; i < line.length; i++) {
      const bend = (of: (e: { value: number; se: number }) => number) =>
        of(line[i]!) - 2 * of(line[i - 1]!) + of(line[i - 2]!);
      expect(Math.abs(bend(({ value }) => value))).toBeLessThan(5e-5);
      expect(Math.abs(bend(({ se }) => se))).toBeLessThan(5e-5);
    }
  }
});

test('another prior variance is another scale', () => {
  const one = estimateEap([{ a: 1.2, b: [-0.5, 0.8] }], [2]);
  const wide = estimateEap([{ a: 0.6, b: [-1, 1.6] }], [2], { variance: 4 });
  expect(wide.value).toBeCloseTo(2 * one.value, 8);
  expect(wide.se).toBeCloseTo(2 * one.se, 8);
});
