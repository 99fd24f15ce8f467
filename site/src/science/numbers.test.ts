import { expect, it } from 'vitest';
import { count, decimal, median, percent, pValue, squaredCorrelationInterval } from './numbers.ts';

it('prints figures as papers do', () => {
  expect([0.866, -0.2, -0.001, 1.614, 0].map((value) => decimal(value))).toEqual([
    '.87',
    '−.20',
    '.00',
    '1.61',
    '.00',
  ]);
  expect([null, undefined, Number.NaN, Infinity].map((value) => decimal(value))).toEqual([
    '–',
    '–',
    '–',
    '–',
  ]);
  expect(percent(0.8774)).toBe('87.7%');
  expect([20, 1614, 330062].map(count)).toEqual(['20', '1,614', '330,062']);
  expect([2.9e-13, 0.0287, 0.72].map(pValue)).toEqual(['< .001', '.029', '.720']);
});

it('finds middles', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

it("Fisher's interval of r = .9, n = 103, by hand", () => {
  const { low, high } = squaredCorrelationInterval(0.81, 103);
  expect(Math.sqrt(low)).toBeCloseTo(Math.tanh(1.47222 - 0.196), 4);
  expect(Math.sqrt(high)).toBeCloseTo(Math.tanh(1.47222 + 0.196), 4);
});
