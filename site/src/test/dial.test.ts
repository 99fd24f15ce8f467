import { expect, it } from 'vitest';
import { opening, wordAt } from './dial.ts';

it('the aperture closes evenly around the middle and never shuts', () => {
  expect(opening(0)).toEqual({ left: 0, right: 320 });
  expect(opening(1)).toEqual({ left: 147, right: 173 });
  const { left, right } = opening(0.5);
  expect(left + right).toBe(320);
});

it('says "enough" only when it is', () => {
  expect(wordAt(0, 5)).toBe(0);
  expect(wordAt(0.5, 5)).toBe(2);
  expect(wordAt(0.99, 5)).toBe(3);
  expect(wordAt(1, 5)).toBe(4);
});
