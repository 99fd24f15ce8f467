import { expect, test } from 'vitest';
import { chiSquareTail, logGamma } from './gamma.ts';
import { normalCdf } from './normal.ts';

test('ln Γ at factorials and halves', () => {
  let factorial = 0;
  for (let n = 1; n < 60; n++) {
    expect(logGamma(n)).toBeCloseTo(factorial, 11);
    factorial += Math.log(n);
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(1e-3)).toBeCloseTo(6.907178885383853, 12);
});

test('χ² tail: exact forms for 1, 2 and 4 degrees of freedom, tables for others', () => {
  for (const x of [0.01, 0.5, 1, 2.9, 3.1, 7, 12, 28]) {
    expect(chiSquareTail(x, 1)).toBeCloseTo(2 * normalCdf(-Math.sqrt(x)), 12);
    expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
    expect(chiSquareTail(x, 4) / (Math.exp(-x / 2) * (1 + x / 2))).toBeCloseTo(1, 12);
  }
  expect(chiSquareTail(43.773, 30)).toBeCloseTo(0.05, 5);
  expect(chiSquareTail(124.342, 100)).toBeCloseTo(0.05, 5);
  expect(chiSquareTail(0, 3)).toBe(1);
});
