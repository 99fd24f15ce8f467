import { expect, it } from 'vitest';
import { type Bank, toDefinition } from '../instruments/load.ts';
import bank from '../instruments/teto-egen/v1/bank.json' with { type: 'json' };
import kept from '../instruments/teto-egen/v1/simulated.json' with { type: 'json' };
import { marginalReliability } from '../psychometrics/reliability/information.ts';
import { simulateTest } from '../psychometrics/simulation/study.ts';
import { facetStudy, reliabilityBand } from './simulate.ts';

const PEOPLE = 400;

it('the kept figures belong to the published parameters', () => {
  expect([kept.version, kept.parametersDate]).toEqual([bank.version, bank.parametersDate]);
  expect(kept.people).toBeGreaterThanOrEqual(5000);
  for (const { language, whole } of kept.languages) {
    const { facets, items } = toDefinition(bank as Bank, language);
    whole.forEach(({ facet, value, low, high }, f) => {
      expect(facet).toBe(facets[f]);
      const own = items.filter((item) => !item.pretest && item.facet === f);
      expect(value).toBeCloseTo(marginalReliability(own), 3);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    });
  }
});

it('other people of the same model give the same figures, within what chance allows', () => {
  for (const { language, modes } of kept.languages) {
    const stated = modes.find(({ mode }) => mode === 'default');
    if (!stated) throw new Error(`no default mode in ${language}`);
    const found = simulateTest(toDefinition(bank as Bank, language), { n: PEOPLE, seed: 'others' });
    expect(Math.abs(found.meanItems - stated.meanItems)).toBeLessThan(0.6);
    expect(Math.abs(found.meanSE - stated.meanSE)).toBeLessThan(0.01);
    expect(Math.abs(found.typeAccuracy - stated.typeAccuracy)).toBeLessThan(0.06);
    expect(stated.counts.reduce((sum, { count }) => sum + count, 0)).toBe(kept.people);
    const asked = stated.facets.reduce((sum, { items }) => sum + items, 0);
    expect(asked).toBeCloseTo(stated.meanItems, 1);
  }
});

it('facets: the same people as the study, so the same mean number of questions', () => {
  const definition = toDefinition(bank as Bank, 'en');
  const options = { n: 40, seed: 'x', mode: 'quick' } as const;
  const { counts, facets } = facetStudy(definition, options);
  const mean = counts.reduce((sum, { items, count }) => sum + items * count, 0) / 40;
  expect(mean).toBeCloseTo(simulateTest(definition, options).meanItems, 10);
  expect(facets.map(({ facet }) => facet)).toEqual(definition.facets);
});

it('a band without uncertain parameters has no width', () => {
  const sure = [{ a: 1.5, b: [-1, 0, 1, 2], seA: 0, seB: [0, 0, 0, 0] }];
  const { value, low, high } = reliabilityBand(sure, 5, 'x');
  expect([low, high]).toEqual([value, value]);
});
