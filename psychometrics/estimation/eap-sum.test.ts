import { expect, test } from 'vitest';
import big5 from '../fixtures/big5_grm.json' with { type: 'json' };
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
