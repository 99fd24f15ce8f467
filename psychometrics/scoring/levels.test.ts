import { describe, expect, it } from 'vitest';
import { axisCertainty, facetLevel, straddles } from './levels.ts';

describe('words for a band', () => {
  it('calls a facet high or low only when its band is off the middle', () => {
    expect(facetLevel({ value: 0.7, se: 0.5 })).toBe('high');
    expect(facetLevel({ value: -0.7, se: 0.5 })).toBe('low');
    expect(facetLevel({ value: 0.4, se: 0.5 })).toBe('middle');
  });

  it('says to which side an undecided facet tips', () => {
    expect(straddles({ value: 0.4, se: 0.5 })).toBe('high');
    expect(straddles({ value: -0.4, se: 0.5 })).toBe('low');
    expect(straddles({ value: 0.1, se: 0.5 })).toBeNull();
    expect(straddles({ value: 0.7, se: 0.5 })).toBeNull();
  });

  it('calls the axis close exactly where the type rule calls it balanced', () => {
    expect(axisCertainty({ value: 0.34, se: 0.35 })).toBe('close');
    expect(axisCertainty({ value: -0.35, se: 0.35 })).toBe('leaning');
    expect(axisCertainty({ value: -0.7, se: 0.35 })).toBe('clear');
  });
});
