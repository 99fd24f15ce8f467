import { expect, test } from 'vitest';
import { normalCdf } from '../numerics/normal.ts';
import { normal, uniforms } from '../simulation/person.ts';
import { localPercentile, midRank, percentileTable } from './table.ts';

function sample(n: number, seed: string, shape = (z: number) => z): Float64Array {
  const random = uniforms(seed);
  return Float64Array.from({ length: n }, () => shape(normal(random)));
}

test('no percentiles before the thousandth person', () => {
  const scores = sample(1000, 'thousand');
  expect(percentileTable(scores.subarray(0, 999))).toBeNull();
  expect(percentileTable(scores)).toMatchObject({ n: 1000 });
  expect(percentileTable(scores.subarray(0, 50), 50)).toMatchObject({ n: 50 });
});

test('mid-ranks count ties half', () => {
  expect([0, 1, 2, 2.5, 9].map((x) => midRank([1, 2, 2, 2, 5], x))).toEqual([0, 0.1, 0.5, 0.8, 1]);
});

test('the table rises, keeps mean and variance, and never says all or nobody', () => {
  // Skewed: most people a little below the middle, a long tail above.
  const scores = sample(3000, 'skewed', (z) => Math.exp(0.5 * z) - 1.2);
  const table = percentileTable(scores)!;
  const { shares, from, step, n } = table;
  for (let i = 1; i < shares.length; i++) expect(shares[i]!).toBeGreaterThanOrEqual(shares[i - 1]!);
  expect(shares[0]).toBe(0.5 / n);
  expect(shares.at(-1)).toBe(1 - 0.5 / n);
  const moment = (of: (x: number) => number) =>
    shares.slice(1).reduce((sum, share, i) => sum + (share - shares[i]!) * of(from + (i + 0.5) * step), 0);
  const mean = scores.reduce((sum, x) => sum + x, 0) / n;
  const variance = scores.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
  expect(moment((x) => x)).toBeCloseTo(mean, 1);
  expect(Math.abs(moment((x) => (x - mean) ** 2) / variance - 1)).toBeLessThan(0.05);
  const sorted = scores.toSorted();
  for (let x = -1; x < 2; x += 0.1) {
    expect(Math.abs(localPercentile(table, x).value - midRank(sorted, x))).toBeLessThan(0.035);
  }
});

test('smoothing brings a thousand people nearer to the truth than their bare ranks', () => {
  let smooth = 0;
  let bare = 0;
  for (let run = 0; run < 20; run++) {
    const scores = sample(1000, `truth ${run}`);
    const table = percentileTable(scores)!;
    const sorted = scores.toSorted();
    for (let x = -2; x <= 2; x += 0.25) {
      smooth += (localPercentile(table, x).value - normalCdf(x)) ** 2;
      bare += (midRank(sorted, x) - normalCdf(x)) ** 2;
    }
  }
  expect(smooth).toBeLessThan(bare);
  expect(Math.sqrt(smooth / 20 / 17)).toBeLessThan(0.015);
});

test('between and beyond the points of the table, with the error of a share', () => {
  const table = { n: 1600, from: 0, step: 0.5, shares: [0.2, 0.4, 0.8] };
  expect(localPercentile(table, 0.25).value).toBeCloseTo(0.3, 12);
  expect(localPercentile(table, 0.75).value).toBeCloseTo(0.6, 12);
  expect(localPercentile(table, -9).value).toBe(0.2);
  expect(localPercentile(table, 9)).toEqual({ value: 0.8, se: 0.01 });
});

test('everybody equal, and what is no number', () => {
  const same = percentileTable(new Float64Array(1000).fill(0.3))!;
  expect(localPercentile(same, 0.3).value).toBeCloseTo(0.5, 6);
  expect(localPercentile(same, 0.2).value).toBe(0.0005);
  expect(() => percentileTable(new Float64Array(1000).fill(NaN))).toThrow('scores');
});
