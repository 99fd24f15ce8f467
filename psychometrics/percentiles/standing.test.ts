import { describe, expect, it } from 'vitest';
import { normalCdf } from '../numerics/normal.ts';
import { isProvisional, ofHundred, placed, standing } from './standing.ts';
import { percentileTable } from './table.ts';

const among = (estimate: { value: number; se: number }) => {
  const { at, low, high } = placed(normalCdf, estimate);
  return { axis: at, ranges: { axis: { low, high } } };
};

describe('a place among a hundred people', () => {
  it('comes with the places of both ends of its 95 % band', () => {
    const { at, low, high } = placed(normalCdf, { value: 0, se: 0.5 });
    expect([at, low, high].map((x) => Math.round(x))).toEqual([50, 16, 84]);
  });

  it('is never below 1 nor above 99, however far out the score and however narrow the band', () => {
    for (const value of [-40, -6, -2.4, 0, 2.4, 6, 40]) {
      for (const se of [0, 0.05, 0.4, 9]) {
        const { at, low, high } = placed(normalCdf, { value, se });
        expect(low).toBeGreaterThanOrEqual(1);
        expect(at).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(at);
        expect(high).toBeLessThanOrEqual(99);
      }
    }
    expect([100, 99.6, 99.4, 50.4, 0.6, 0, -3, 400].map(ofHundred)).toEqual([99, 99, 99, 50, 1, 1, 1, 99]);
  });

  it('is counted towards the own side, the range with it', () => {
    const place = among({ value: -1, se: 0.4 });
    expect(standing({ leaning: 'egen', axis: { value: -1 } }, place)).toEqual({
      side: 'egen',
      n: 84,
      low: 59,
      high: 96,
    });
    const mirrored = standing({ leaning: 'teto', axis: { value: 1 } }, among({ value: 1, se: 0.4 }));
    expect(mirrored).toEqual({ side: 'teto', n: 84, low: 59, high: 96 });
    expect(standing({ leaning: null, axis: { value: -0.1 } }, place).side).toBe('egen');
  });

  it('has a range among counted people as well', () => {
    const people = Array.from({ length: 2000 }, (_, i) => i / 500 - 2);
    const table = percentileTable(people)!;
    const share = (value: number) =>
      table.shares[Math.min(160, Math.max(0, Math.round((value - table.from) / table.step)))]!;
    const { low, at, high } = placed(share, { value: 0.5, se: 0.3 });
    expect(low).toBeLessThan(at - 5);
    expect(high).toBeGreaterThan(at + 5);
  });
});

it('is provisional until both the people and the parameters are our own', () => {
  expect([isProvisional('model', true), isProvisional('local', false)]).toEqual([true, true]);
  expect(isProvisional('local', true)).toBe(false);
});
