import { expect, it } from 'vitest';
import { testInformation } from '../../../psychometrics/reliability/information.ts';
import { axisError, axisInformation, expectedFacets, facetInformation, poleCorrelation } from './curves.ts';
import { bank, definitions } from './data.ts';

it('information of a facet is that of the engine', () => {
  const own = definitions.ko.items.filter((item) => !item.pretest && item.facet === 2);
  const curve = facetInformation(definitions.ko, 2);
  const reference = testInformation(
    own,
    curve.map(([theta]) => theta),
  );
  curve.forEach(([, value], i) => {
    expect(value).toBeCloseTo(reference[i] as number, 10);
  });
});

it('the axis at the middle: the SE that all 48 items leave', () => {
  // Simulated with response style, all 48 answered: .285 without it in English, .357 in Korean, a little more with it.
  expect(axisError(definitions.en, 0)).toBeGreaterThan(0.24);
  expect(axisError(definitions.en, 0)).toBeLessThan(0.31);
  expect(axisError(definitions.ko, 0)).toBeGreaterThan(axisError(definitions.en, 0));
  for (const [, value] of axisInformation(definitions.en)) expect(value).toBeGreaterThan(0);
});

it('without items there is only the prior', () => {
  expect(axisError({ ...definitions.en, items: [] }, 1)).toBeCloseTo(1, 5);
});

it('facets expected at an axis value give that axis value back', () => {
  const { weights } = definitions.ko;
  const theta = expectedFacets(definitions.ko, 1.7);
  expect(theta.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)).toBeCloseTo(1.7, 4);
});

it('correlation of the poles, by hand', () => {
  const sigma = [
    [1, 0.5],
    [0.5, 1],
  ];
  expect(poleCorrelation(sigma, [1, -1])).toBeCloseTo(0.5, 12);
  expect(poleCorrelation(bank.sigma, bank.w)).toBeCloseTo(0.031 / Math.sqrt(5.85 * 5.884), 4);
});
