import { describe, expect, test } from 'vitest';
import reference from '../fixtures/careless_reference.json' with { type: 'json' };
import { readAnswers } from '../scoring/answers.ts';
import { type Language, tetoEgen } from '../testing.ts';
import { laplace, personFit } from './evidence.ts';
import { logFromLast, logOwnDistribution, logWithoutReading } from './without-reading.ts';

const near = (actual: number, expected: number, tolerance: number, what: string) =>
  expect(Math.abs(actual - expected), `${what}: ${actual}, reference ${expected}`).toBeLessThan(tolerance);

describe('against an independent implementation', () => {
  test.each(reference.cases)('$language $name', ({ language, responses, result }) => {
    const definition = tetoEgen(language as Language);
    const answers = Object.entries(responses).map(([item, category]) => ({ item, category, ms: 3000 }));
    const { items, responses: coded } = readAnswers(definition, answers);
    const raw = answers.map(({ category }) => category);
    const { marginal, lz } = laplace(definition, { items, responses: coded });
    const own = logOwnDistribution(raw, definition.categories);
    near(own, result.logDirichlet, 1e-10, 'one own distribution');
    near(marginal, result.logModel, 1e-7, 'the model');
    near(marginal - own, result.plainEvidence, 1e-7, 'ratio of the two');
    near(logFromLast(raw, definition.categories), result.logFromLast, 1e-10, 'each from the last');
    near(logWithoutReading(raw, definition.categories), result.logWithoutReading, 1e-10, 'without reading');
    const fit = personFit(definition, { items, responses: coded });
    near(fit.evidence, result.evidence, 1e-7, 'evidence');
    near(fit.lz, result.lz, 1e-7, 'lz of the fit');
    near(lz, result.lz, 1e-7, 'lz');
    // Laplace against 40,000 importance draws: a sign or a determinant wrong would be off by several.
    const sampled = (result as { importance?: { logModel: number; se: number } }).importance;
    if (sampled) near(marginal, sampled.logModel, 0.5, 'marginal likelihood by sampling');
  });

  test('has sampled cases of every kind', () => {
    expect(reference.cases.filter(({ result }) => 'importance' in result).length).toBeGreaterThan(10);
  });
});

describe('probability of a sequence given without reading', () => {
  test('sums to one over all sequences, whichever way it comes about', () => {
    for (const way of [logOwnDistribution, logFromLast, logWithoutReading]) {
      let sum = 0;
      for (let code = 0; code < 3 ** 5; code++) {
        const raw = [1, 3, 9, 27, 81].map((place) => Math.floor(code / place) % 3);
        sum += Math.exp(way(raw, 3));
      }
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  test('by hand: 4! · 2! / 6! for two of one kind; none is certain', () => {
    expect(Math.exp(logOwnDistribution([3, 3], 5))).toBeCloseTo(2 / 30, 12);
    expect(Math.exp(logFromLast([3, 3], 5))).toBeCloseTo(1 / 25, 12);
    expect(logWithoutReading([], 5)).toBeCloseTo(0, 12);
  });

  test('one own distribution does not see the order, the step from the last does', () => {
    const turns = [1, 3, 1, 3, 1, 3, 1, 3];
    const sorted = turns.toSorted();
    expect(logOwnDistribution(turns, 5)).toBeCloseTo(logOwnDistribution(sorted, 5), 12);
    expect(logFromLast(turns, 5)).toBeGreaterThan(logOwnDistribution(turns, 5));
  });
});

describe('fit', () => {
  const definition = tetoEgen('en');
  const scored = definition.items.filter((item) => !item.pretest);

  test('answers the model deems impossible are very unlikely, not NaN', () => {
    const items = scored.map((item) => ({ ...item, a: item.a * 400 }));
    const { evidence, lz } = personFit(definition, { items, responses: items.map((_, i) => (i % 2) * 4) });
    expect(evidence).toBeLessThan(-20);
    expect(lz).toBeLessThan(-3);
    expect(Number.isFinite(lz)).toBe(true);
  });

  test('whoever stands by one side reads, however strong or mild they put it', () => {
    for (const language of ['en', 'ko'] as const) {
      const { items: all, weights } = tetoEgen(language);
      const items = all.filter((item) => !item.pretest).filter((_, i) => i % 2);
      for (const side of [1, -1]) {
        for (const [yes, no] of [
          [4, 0],
          [3, 1],
          [4, 1],
          [3, 0],
        ] as const) {
          const responses = items.map(({ facet, key }) => {
            const raw = weights[facet]! * side * key > 0 ? yes : no;
            return key > 0 ? raw : 4 - raw;
          });
          expect(personFit(tetoEgen(language), { items, responses }).evidence).toBeGreaterThan(1);
        }
      }
    }
  });

  test('two or three categories have no strength apart from their side: both ways of reading are one', () => {
    for (const categories of [2, 3]) {
      const items = scored.map((item) => ({ ...item, b: item.b.slice(1, categories) }));
      const given = { items, responses: items.map((_, i) => i % categories) };
      const raw = given.responses.map((c, i) => (items[i]!.key > 0 ? c : categories - 1 - c));
      const { evidence } = personFit({ ...definition, categories }, given);
      expect(evidence).toBeCloseTo(
        laplace(definition, given).marginal - logWithoutReading(raw, categories),
        9,
      );
    }
  });
});
