import { expect, test } from 'vitest';
import { carelessFigures } from './careless.ts';
import { agrees, type Comparison, compare, table } from './compare.ts';
import { difFigures } from './dif.ts';
import { experiments } from './experiments.ts';
import { classicalFigures, patternTables } from './items.ts';
import { scores } from './scores.ts';
import { recoveryTable, simulationTable } from './studies.ts';

test.each<[string, () => Comparison[], number]>([
  ['scores and selection', scores, 51],
  ['LSAT6 and LSAT7', patternTables, 16],
  ['classical figures', classicalFigures, 54],
  ['differential item functioning', difFigures, 20],
  ['experiments', experiments, 10],
  ['fit of answers', carelessFigures, 12],
])('%s: every figure is within its tolerance', (_, rows, least) => {
  const found = rows();
  expect(found.length).toBeGreaterThanOrEqual(least);
  expect(found.filter((row) => !agrees(row))).toEqual([]);
});

test('of several values the one furthest off is shown, and one outside its tolerance is told', () => {
  const [row, other] = compare('made up', (note) => {
    note('a', 1, 1.001, 0.01);
    note('a', 2, 2.5, 0.01);
    note('a', 3, 3, 0.01);
    note('b', Number.NaN, 0, 1);
  });
  expect(row).toMatchObject({ values: 3, ours: 2, expected: 2.5, difference: 0.5 });
  expect(agrees(row!)).toBe(false);
  expect(agrees(other!)).toBe(false);
  expect(table([row!]).split('\n')[1]).toMatch(/^OFF {2}made up {4}a +3 +2 +2\.5 +5\.0e-1 +1e-2$/);
});

test('the studies are tables of ten and six rows', () => {
  expect(recoveryTable(1).split('\n')).toHaveLength(11);
  const lines = simulationTable(20).split('\n');
  expect(lines).toHaveLength(7);
  expect(lines[2]).toContain('/ 19.4');
});
