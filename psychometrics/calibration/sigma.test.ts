import { expect, test } from 'vitest';
import { drawCategory, drawPerson, uniforms } from '../simulation/person.ts';
import { tetoEgen } from '../testing.ts';
import { correlate, facetLikelihoods } from './correlate.ts';
import { eigenvalues, facetCorrelations } from './sigma.ts';

const definition = tetoEgen('en');
const scored = definition.items.filter((item) => !item.pretest);

/** Sparse answers of `people` persons, `share` of the items each, by facet. */
function facetsOf(people: number, share: number, seed: string, sigma = definition.sigma) {
  const random = uniforms(seed);
  const answers = Array.from({ length: people }, () => {
    const person = drawPerson({ sigma }, random);
    return scored.map((item) => (random() < share ? drawCategory(item, person[item.facet]!, random) : null));
  });
  return definition.facets.map((_, f) => ({
    items: scored.filter(({ facet }) => facet === f),
    responses: answers.map((row) => row.filter((_, i) => scored[i]!.facet === f)),
  }));
}

test('the correlations the data were made with come back within their standard errors', () => {
  const found = facetCorrelations(facetsOf(1500, 0.5, 'sigma'));
  expect(found.converged).toBe(true);
  let squares = 0;
  let pairs = 0;
  for (let i = 0; i < 6; i++) {
    expect(found.sigma[i]![i]).toBe(1);
    for (let j = 0; j < i; j++) {
      const z = (found.sigma[i]![j]! - definition.sigma[i]![j]!) / found.se[i]![j]!;
      expect(found.se[i]![j]).toBeGreaterThan(0.01);
      expect(found.se[i]![j]).toBeLessThan(0.05);
      expect(Math.abs(z), `pair ${i}, ${j}`).toBeLessThan(3.5);
      expect(found.sigma[j]![i]).toBe(found.sigma[i]![j]);
      squares += z * z;
      pairs++;
    }
  }
  // Were the standard errors far too large or small, the mean square would be far from 1.
  expect(squares / pairs).toBeGreaterThan(0.3);
  expect(squares / pairs).toBeLessThan(2.2);
});

test('unreliable facets do not lower the correlation: two answers a facet', () => {
  const high = definition.sigma.map((row, i) => row.map((_, j) => (i === j ? 1 : 0.7)));
  const [left, right] = facetsOf(3000, 0.25, 'sparse', high).map(({ items, responses }) =>
    facetLikelihoods(items, responses),
  );
  const found = correlate(left!, right!);
  expect(found.converged).toBe(true);
  expect(Math.abs(found.value - 0.7)).toBeLessThan(3.5 * found.se);
});

test('without common answers nothing is known', () => {
  const [left, right] = facetsOf(40, 1, 'apart').map(({ items, responses }) =>
    facetLikelihoods(items, responses),
  );
  const found = correlate(
    left!.map((one, p) => (p % 2 ? one : null)),
    right!.map((one, p) => (p % 2 ? null : one)),
  );
  expect(found).toEqual({ value: 0, se: Number.NaN, converged: false });
});

test('pairs that contradict each other are shrunk to a possible matrix', () => {
  // Three facets, each pair from persons of its own: .9, .9 and −.9 cannot be true together.
  const facets = definition.facets.slice(0, 3).map((_, f) => ({
    items: scored.filter(({ facet }) => facet === f),
    responses: [] as (number | null)[][],
  }));
  for (const [i, j, rho] of [
    [0, 1, 0.85],
    [0, 2, 0.85],
    [1, 2, -0.85],
  ] as const) {
    const sigma = definition.sigma.map((row, a) =>
      row.map((_, b) => (a === b ? 1 : (a === i && b === j) || (a === j && b === i) ? rho : 0)),
    );
    facetsOf(300, 1, `${i}${j}`, sigma)
      .slice(0, 3)
      .forEach(({ responses }, f) => {
        const empty = (row: readonly (number | null)[]) => row.map(() => null);
        facets[f]!.responses.push(...responses.map((row) => (f === i || f === j ? row : empty(row))));
      });
  }
  const { sigma, smallestEigenvalue } = facetCorrelations(facets);
  expect(smallestEigenvalue).toBeLessThan(0);
  expect(eigenvalues(sigma)[0]).toBeCloseTo(0.01, 8);
});

test('eigenvalues of a matrix known in closed form', () => {
  const found = eigenvalues([
    [2, -1, 0],
    [-1, 2, -1],
    [0, -1, 2],
  ]);
  [2 - Math.SQRT2, 2, 2 + Math.SQRT2].forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 12);
  });
});
