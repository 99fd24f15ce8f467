import { describe, expect, it } from 'vitest';
import { bandGeometry } from './band.ts';

describe('band', () => {
  it('puts 0 in the middle and 3 SD at the ends', () => {
    expect(bandGeometry(0, 0.3)).toEqual({ from: 270, to: 330, wideFrom: 240, wideTo: 360, at: 300 });
    expect(bandGeometry(3, 0.3).at).toBe(597);
    expect(bandGeometry(-3, 0.3).at).toBe(3);
  });

  it('grows with the error', () => {
    const width = (se: number) => bandGeometry(0.4, se).to - bandGeometry(0.4, se).from;
    expect(width(0.4)).toBeCloseTo(2 * width(0.2));
  });

  it.each([9, -9, Number.NaN])('stays on the scale and visible for %s', (value) => {
    const { from, to, wideFrom, wideTo } = bandGeometry(value, 0.3);
    for (const x of [from, to, wideFrom, wideTo]) expect(x).toBeGreaterThanOrEqual(0);
    for (const x of [from, to, wideFrom, wideTo]) expect(x).toBeLessThanOrEqual(600);
    expect(to - from).toBeGreaterThanOrEqual(28);
  });
});
