import { expect, it } from 'vitest';
import { facets, items } from './data.ts';
import { lanes, mainShifts, shiftsOf, uncompared } from './shifts.ts';

it('every scored item has one mark or is named as uncompared', () => {
  const marked = facets.flatMap(mainShifts).map(({ item }) => item.id);
  const scored = items.filter(({ role }) => role === 'scored').map(({ id }) => id);
  expect([...marked, ...uncompared().map(({ id }) => id)].sort()).toEqual(scored.sort());
});

it('takes the largest sample, keeps the others for the table', () => {
  const lead08 = mainShifts('lead').find(({ item }) => item.id === 'lead08');
  expect(lead08).toMatchObject({ set: 'SPI lead', N: 2794, shift: -0.04, watched: false });
  expect(shiftsOf('lead').filter(({ item }) => item.id === 'lead08')).toHaveLength(2);
  expect(shiftsOf('aesthetic').some(({ item, shift }) => item.role === 'pretest' && shift === -1.7)).toBe(
    true,
  );
});

it('marks never lie on each other', () => {
  expect(lanes([0, 0.01, 0.5, 0.02], 0.1)).toEqual([0, 1, 0, 2]);
});
