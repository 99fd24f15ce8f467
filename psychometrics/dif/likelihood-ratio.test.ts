import { expect, test } from 'vitest';
import { difAnalysis } from './dif.ts';
import { likelihoodRatioDif } from './likelihood-ratio.ts';
import { scale, simulateGroups } from './testing.ts';

const items = scale(8, 'ratio');
/** Less than half the slope about the item's own middle: the answers spread as well. */
const flattened = items.map((item, i) => (i === 5 ? { ...item, a: item.a * 0.4 } : item));

test('a slope flattened about its middle is seen, where common cutpoints cannot see it', () => {
  const { responses, group } = simulateGroups(items, 2000, 'flat', { focal: flattened, impact: 0.5 });
  const found = likelihoodRatioDif(responses, group, [5, 6]);
  expect(found.focal.mean).toBeCloseTo(0.5, 0);
  expect(Math.abs(found.focal.mean - 0.5)).toBeLessThan(0.12);
  expect(Math.abs(found.focal.variance - 1)).toBeLessThan(0.2);
  expect(found.items[0]).toMatchObject({ item: 5, df: 5, converged: true });
  expect(found.items[0]!.chi2).toBeGreaterThan(60);
  expect(found.items[1]!.p).toBeGreaterThan(0.001);
  expect(difAnalysis(responses, group).items[5]!.nonuniformChi2).toBeLessThan(found.items[0]!.chi2 / 5);
});

test('clean items, half the answers missing: the statistic keeps its mean of five', () => {
  let sum = 0;
  let tests = 0;
  for (let run = 0; run < 12; run++) {
    const { responses, group } = simulateGroups(items, 500, `sparse ratio ${run}`);
    const sparse = responses.map((row, i) => row.map((k, j) => (((i >> 1) + j) % 2 ? k : null)));
    for (const { chi2, df } of likelihoodRatioDif(sparse, group, [0, 3, 7]).items) {
      expect(df).toBe(5);
      sum += chi2;
      tests++;
    }
  }
  // 36 values of χ²(5): their mean has an SE of .53 (fewer if items hang together).
  expect(sum / tests).toBeGreaterThan(3.4);
  expect(sum / tests).toBeLessThan(6.6);
});

test('an item one group does not vary on is left out', () => {
  const { responses, group } = simulateGroups(items, 300, 'left out');
  const rows = responses.map((row, i) => row.map((k, j) => (j === 1 && group[i] ? 2 : k)));
  expect(likelihoodRatioDif(rows, group, [1, 2]).items.map(({ item }) => item)).toEqual([2]);
});

test('an item on which the groups share no category has nothing to test', () => {
  const { responses, group } = simulateGroups(items, 300, 'left out');
  const rows = responses.map((row, i) => row.map((k, j) => (j === 1 ? (k % 2) + (group[i] ? 2 : 0) : k)));
  expect(likelihoodRatioDif(rows, group, [1, 2]).items.map(({ item }) => item)).toEqual([2]);
});
