import { expect, it } from 'vitest';
import { estimated, items, sampleOf } from './data.ts';
import { orderOf, orders, sorted } from './order.ts';

const own = items.filter(estimated);

it('knows its orders and falls back to the numbering', () => {
  expect(['a', 'n', 'nonsense', null].map(orderOf)).toEqual(['a', 'n', 'item', 'item']);
  expect(sorted(own, 'item')).toEqual(own);
});

it('puts the largest first and loses nothing', () => {
  for (const order of orders) expect(new Set(sorted(own, order))).toEqual(new Set(own));
  expect(sorted(own, 'a')[0]?.id).toBe('aesthetic05');
  expect(sorted(own, 'n').map(sampleOf)[0]).toBe(Math.max(...own.map(sampleOf)));
});
