import { expect, test } from 'vitest';
import big5 from '../fixtures/big5_grm.json' with { type: 'json' };
import { estimateEap } from './eap.ts';
import { sumScoreEap } from './eap-sum.ts';

test.each(Object.entries(big5.scales))('%s of BIG5: all 41 sums agree with mirt', (_, { items, eapSum }) => {
  const found = sumScoreEap(items);
  expect(found).toHaveLength(eapSum.length);
  eapSum.forEach(([sum, value, se], i) => {
    // The reference's answers are 1 … 5.
    expect(sum! - items.length).toBe(i);
    expect(Math.abs(found[i]!.value - value!)).toBeLessThan(1e-4);
    expect(Math.abs(found[i]!.se - se!)).toBeLessThan(1e-4);
  });
});

test('two categories alike: the sum is all there is, from none to all, of one item to hundreds', () => {
  for (const [n, a] of [
    [1, 1],
    [30, 3],
    [400, 2],
    [3, 40],
  ] as const) {
    const items = Array.from({ length: n }, () => ({ a, b: [0.31] }));
    const sums = sumScoreEap(items);
    expect(sums).toHaveLength(n + 1);
    for (const score of new Set([0, 1, n >> 1, n])) {
      const alone = estimateEap(
        items,
        items.map((_, i) => Number(i < score)),
      );
      expect(Math.abs(sums[score]!.value - alone.value)).toBeLessThan(2e-3 * Math.max(0.5, alone.se));
      expect(Math.abs(sums[score]!.se / alone.se - 1)).toBeLessThan(0.01);
    }
  }
});

test('a score only somebody far beyond the grid can have', () => {
  const [, all] = sumScoreEap([{ a: 50, b: [40] }]);
  const alone = estimateEap([{ a: 50, b: [40] }], [1]);
  expect(all!.value).toBeCloseTo(alone.value, 2);
  expect(all!.se).toBeCloseTo(alone.se, 2);
});
