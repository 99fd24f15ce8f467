import { expect, test } from 'vitest';
import { stratify } from './mantel.ts';
import { fitOrdinal } from './ordinal.ts';
import { countTable } from './table.ts';

// Agresti, Categorical Data Analysis (2002), table 7.5: mental impairment, high socio-economic status, life events.
const IMPAIRMENT: [number, number][][] = [
  [
    [1, 1],
    [1, 9],
    [1, 4],
    [1, 3],
    [0, 2],
    [1, 0],
    [0, 1],
    [1, 3],
    [1, 3],
    [1, 7],
    [0, 1],
    [0, 2],
  ],
  [
    [1, 5],
    [0, 6],
    [1, 3],
    [0, 1],
    [1, 8],
    [1, 2],
    [0, 5],
    [1, 5],
    [1, 9],
    [0, 3],
    [1, 3],
    [1, 1],
  ],
  [
    [0, 0],
    [1, 4],
    [0, 3],
    [0, 9],
    [1, 6],
    [0, 4],
    [0, 3],
  ],
  [
    [1, 8],
    [1, 2],
    [1, 7],
    [0, 5],
    [0, 4],
    [0, 4],
    [1, 8],
    [0, 8],
    [0, 9],
  ],
];

test('proportional odds: Agresti’s impairment data', () => {
  const people = IMPAIRMENT.flatMap((rows, k) => rows.map(([group, events]) => ({ k, group, events })));
  const table = countTable(
    people.map(({ k }) => k),
    people.map(({ group }) => group),
    people.map(({ events }) => events),
  );
  expect(table.n).toBe(40);
  const two = fitOrdinal(table, 2);
  expect(two.zeta.map((z) => z.toFixed(4))).toEqual(['-0.2819', '1.2128', '2.2094']);
  expect(two.beta.map((b) => b.toFixed(4))).toEqual(['0.3189', '-1.1112']);
  expect((-2 * two.logLik).toFixed(4)).toBe('99.0979');
  const three = fitOrdinal(table, 3);
  expect(three.beta.map((b) => b.toFixed(3))).toEqual(['0.420', '-0.371', '-0.181']);
});

// Bickel, Hammel & O'Connell (1975), Berkeley admissions: men admitted, rejected, women admitted, rejected.
const BERKELEY = [
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
];

test('two categories: Mantel is Mantel–Haenszel, Liu–Agresti its odds ratio', () => {
  const { mantel, liuAgresti } = stratify({
    x: Float64Array.from(BERKELEY, (_, i) => i),
    categories: 2,
    scores: [0, 1],
    // category 1 = rejected, so the odds ratio is that of women's rejection
    counts: Float64Array.from(BERKELEY.flat()),
    n: BERKELEY.flat().reduce((sum, x) => sum + x, 0),
  });
  expect(mantel).toBeCloseTo(1.5246, 4);
  expect(liuAgresti).toBeCloseTo(0.9047, 4);
});
