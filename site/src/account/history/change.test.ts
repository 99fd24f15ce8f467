import { describe, expect, it } from 'vitest';
import { change } from './change.ts';

describe('change', () => {
  const at = (value: number, se = 0.3) => ({ value, se });

  it('is real from 1.96 standard errors of the difference on, whichever way', () => {
    const edge = 1.96 * Math.hypot(0.3, 0.4);
    for (const sign of [1, -1]) {
      expect(change(at(0), at(sign * (edge + 1e-9), 0.4)).real).toBe(true);
      expect(change(at(0), at(sign * (edge - 1e-9), 0.4)).real).toBe(false);
    }
  });

  it('says by how much, and which way', () => {
    expect(change(at(0.5), at(-0.25)).difference).toBe(-0.75);
  });

  it('holds nothing for changed that is the same, were it measured without error', () => {
    expect(change(at(1, 0), at(1, 0)).real).toBe(false);
    expect(change(at(1, 0), at(1.01, 0)).real).toBe(true);
  });
});
