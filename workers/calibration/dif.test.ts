import { expect, test } from 'vitest';
import { scale, simulateGroups } from '../../psychometrics/dif/testing.ts';
import { tetoEgen } from '../../psychometrics/testing.ts';
import { DifTable } from '../contract/science.ts';
import { compareGroups } from './dif.ts';

test('an item everybody answers alike is not compared, and not suspected', () => {
  const definition = tetoEgen('en');
  const own = scale(5, 'lab');
  const { responses, group } = simulateGroups(own, 600, 'lab');
  const rows = responses.map((row) => Int8Array.from(row, (category, i) => (i === 3 ? 2 : category)));
  const of = (name: string, wanted: number) => ({ name, rows: rows.filter((_, i) => group[i] === wanted) });
  const table = compareGroups({
    ...{ by: 'displayGender', definition, reference: of('male', 0), focal: of('female', 1) },
    facets: [{ columns: [0, 1, 2, 3, 4], own }],
  });
  expect(DifTable.parse(JSON.parse(JSON.stringify(table)))).toEqual(table);
  expect(table.items[3]).toMatchObject({ n: 600, mantel: null, smd: null, uniformChi2: null, class: null });
  for (const { class: given } of table.items.filter((_, i) => i !== 3)) expect(given).toBe('A');
});
