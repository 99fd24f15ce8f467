import { expect, it } from 'vitest';
import { frame, line, ticks } from './plot.ts';

it('puts values where they belong', () => {
  const size = { width: 120, height: 60, left: 10, right: 10, top: 5, bottom: 15 };
  const own = frame(size, { from: -1, to: 1 }, { from: 0, to: 4 });
  expect(
    line(own, [
      [-1, 0],
      [0, 2],
      [1, 4],
    ]),
  ).toBe('10,45 60,25 110,5');
});

it('marks are round, few and reach the top', () => {
  expect(ticks(1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(ticks(13.4)).toEqual([0, 5, 10, 15]);
  expect(ticks(0.72)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
});
