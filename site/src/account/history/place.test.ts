import { describe, expect, it } from 'vitest';
import { level, places } from './place.ts';

const DAY = 86_400_000;

describe('places', () => {
  it('keeps the proportions of time, between both ends', () => {
    expect(places([0, 10 * DAY, 40 * DAY], 400, 0)).toEqual([0, 100, 400]);
  });

  it('holds results of one minute apart without leaving the line or the order', () => {
    const at = places([0, 1, 2, 365 * DAY], 300, 40);
    expect(at[0]).toBe(0);
    expect(at.at(-1)).toBe(300);
    for (let i = 1; i < at.length; i++) expect(at[i]! - at[i - 1]!).toBeGreaterThanOrEqual(40);
  });

  it('has room for more than would fit at that distance, and for all at once', () => {
    const many = places(
      Array.from({ length: 50 }, (_, i) => i),
      300,
      40,
    );
    expect(Math.max(...many)).toBeCloseTo(300);
    expect(places([5, 5, 5], 100, 10)).toEqual([0, 50, 100]);
  });

  it('puts one alone in the middle', () => {
    expect(places([7], 300, 40)).toEqual([150]);
  });
});

describe('level', () => {
  it('runs from the bottom at −3 to the top at +3, and no further', () => {
    expect([-3, 0, 3, 9, -9, Number.NaN].map((value) => level(value, 120))).toEqual([120, 60, 0, 0, 120, 60]);
  });
});
