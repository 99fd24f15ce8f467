import { expect, test } from 'vitest';
import published from '../fixtures/recovery.json' with { type: 'json' };
import { tetoEgen } from '../testing.ts';
import { recoveryStudy, simulateResponses } from './recovery.ts';

const { facets, items } = tetoEgen('en');
const scales = facets.map((_, f) => items.filter(({ facet, pretest }) => facet === f && !pretest));

const study = (people: number, answered: number) =>
  recoveryStudy(scales, { people, answered, replications: 1, seed: 'recovery' });

test('calibration recovers the six facets about as well as published', () => {
  for (const [people, answered] of [
    [500, 8],
    [1000, 4],
    [2000, 8],
  ] as const) {
    const found = study(people, answered);
    const reference = published.find((row) => row.N === people && row.itemsPerPersonOf8 === answered)!;
    expect(found.converged).toBe(1);
    // Another bank, another draw: the same order of error, and not a fraction of it either.
    for (const [own, theirs] of [
      [found.rmseA, reference.RMSE_a],
      [found.madB, reference.MAD_b],
    ] as const) {
      expect(own / theirs, `${people} people, ${answered} items`).toBeGreaterThan(0.5);
      expect(own / theirs, `${people} people, ${answered} items`).toBeLessThan(2);
    }
    expect(found.coverage95).toBeGreaterThan(0.91);
    expect(found.coverage95).toBeLessThan(0.985);
  }
});

test('four times the people, half the error; no bias left', () => {
  const [few, many] = [study(500, 8), study(2000, 8)];
  expect(few.rmseA / many.rmseA).toBeGreaterThan(1.5);
  expect(few.rmseA / many.rmseA).toBeLessThan(2.8);
  expect(Math.abs(many.biasA)).toBeLessThan(0.05);
  expect(Math.abs(many.biasB)).toBeLessThan(0.05);
});

test('everybody answers as many items as said, every item as often as every other', () => {
  const responses = simulateResponses(scales[0]!, 2000, 4, 'lot');
  const asked = new Float64Array(8);
  for (const row of responses) {
    expect(row.filter((category) => category !== null)).toHaveLength(4);
    row.forEach((category, i) => {
      if (category !== null) asked[i]!++;
    });
  }
  for (const n of asked) expect(Math.abs(n - 1000)).toBeLessThan(4 * Math.sqrt(500));
});
