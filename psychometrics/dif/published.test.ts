import { expect, test } from 'vitest';
import published from '../fixtures/published_dif.json' with { type: 'json' };
import { stratify } from './mantel.ts';
import { fitOrdinal } from './ordinal.ts';
import { countTable } from './table.ts';

// Published tables; the figures were computed with numpy and scipy, apart from this code (see `provenance`).

test('proportional odds: Agresti’s impairment data', () => {
  const { people, two, three } = published.impairment;
  const column = (c: number) => people.map((row) => row[c]!);
  const table = countTable(column(0), column(1), column(2));
  expect(table.n).toBe(40);
  for (const [q, expected] of [
    [2, two],
    [3, three],
  ] as const) {
    const found = fitOrdinal(table, q);
    expect(-2 * found.logLik).toBeCloseTo(expected.deviance, 8);
    found.zeta.forEach((value, k) => {
      expect(value).toBeCloseTo(expected.zeta[k]!, 5);
    });
    found.beta.forEach((value, k) => {
      expect(value).toBeCloseTo(expected.beta[k]!, 5);
    });
  }
});

test('two categories: Mantel is Mantel–Haenszel, Liu–Agresti its odds ratio', () => {
  const { departments, mantelHaenszel, oddsRatio } = published.berkeley;
  const { mantel, liuAgresti } = stratify({
    x: Float64Array.from(departments, (_, i) => i),
    categories: 2,
    scores: [0, 1],
    // category 1 = rejected, so the odds ratio is that of women's rejection
    counts: Float64Array.from(departments.flat()),
    n: departments.flat().reduce((sum, x) => sum + x, 0),
  });
  expect(mantel).toBeCloseTo(mantelHaenszel, 10);
  expect(liuAgresti).toBeCloseTo(oddsRatio, 10);
});
