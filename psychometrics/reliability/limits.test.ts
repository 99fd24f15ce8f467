import { expect, test } from 'vitest';
import { reliability } from './reliability.ts';

test('items that contradict each other: alpha below 0 is what there is', () => {
  // The third item is mis-keyed.
  const rows = Array.from({ length: 40 }, (_, p) => [p % 5, (p + (p % 2)) % 5, 4 - (p % 5)]);
  const found = reliability(rows);
  expect(found.alpha).toBeLessThan(0);
  expect(found.items[2]!.itemRest).toBeLessThan(-0.8);
  expect(found.items[2]!.alphaIfDeleted).toBeGreaterThan(0.6);
});

test('a sum that does not vary has no alpha, not minus infinity', () => {
  const found = reliability([
    [0, 1, 0.1 + 0.2],
    [1, 0, 0.3],
    [0, 1, 0.3],
  ]);
  expect(found.alpha).toBeNaN();
  const two = reliability([
    [0, 3],
    [1, 2],
    [3, 0],
  ]);
  expect(two.alpha).toBeNaN();
  expect(two.items[0]!.itemRest).toBe(-1);
});

test('items without any correlation have omega 0', () => {
  const { omegaTotal, alpha } = reliability([
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
  ]);
  expect(omegaTotal).toBe(0);
  expect(alpha).toBeCloseTo(0, 12);
});

test('covariances of different people that no one sample has: no alpha above 1, no correlation beyond it', () => {
  // The three who answered both spread far; those who answered one do not.
  const rows = [
    ...Array.from({ length: 3 }, (_, p) => [2 * p, 2 * p]),
    ...Array.from({ length: 60 }, (_, p) => (p % 2 ? [2, null] : [null, 2])),
    ...Array.from({ length: 30 }, (_, p) => (p % 2 ? [2 + (p % 3 === 0 ? 1 : 0), null] : [null, 2])),
  ];
  const { alpha, items } = reliability(rows);
  expect(alpha).toBeNaN();
  for (const { itemRest } of items) expect(itemRest).toBeNaN();
});

test.each([
  [
    'nobody answered item 1',
    [
      [0, null],
      [1, null],
    ],
  ],
  [
    'only one person answered item 1',
    [
      [0, 1],
      [1, null],
    ],
  ],
  ['only one person answered item 0', [[0, 1]]],
  ['nobody answered item 0', [[null, null]]],
  [
    'item 1 does not vary',
    [
      [0, 1],
      [1, 1],
    ],
  ],
])('%s: refused in these words', (what, rows) => {
  expect(() => reliability(rows)).toThrow(what);
});

test('two people are few, but have an alpha', () => {
  const { alpha, items } = reliability([
    [0, 1, 2],
    [2, 2, 4],
  ]);
  expect(alpha).toBeGreaterThan(0.8);
  for (const { itemRest } of items) expect(itemRest).toBeCloseTo(1, 12);
});
