import { expect, test } from 'vitest';
import { score } from '../scoring/score.ts';
import { refusalOf } from '../scoring/type-rule.ts';
import { drawPerson, take, tap, tetoEgen, uniforms } from '../testing.ts';
import type { Verdict } from '../types.ts';
import { carelessFlags, longestRun, screen } from './flags.ts';
import { verdictOf } from './rule.ts';

const answers = (categories: number[], ms = 3000) => categories.map((category) => ({ category, ms }));
const mixed = [0, 4, 1, 3, 2, 0, 3, 1, 4, 2, 0, 1];
const of = (categories: number[], ms = 3000, acquiescence = 0, verdict: Verdict = 'fits') =>
  carelessFlags({ answers: answers(categories, ms), acquiescence, verdict });

test('each sign at its border', () => {
  expect(of(mixed)).toEqual([]);
  expect(of(mixed, 1000)).toEqual([]);
  expect(of(mixed, 999)).toEqual(['too_fast']);
  expect(of(mixed, 3000, 2.5)).toEqual([]);
  expect(of(mixed, 3000, -2.51)).toEqual(['acquiescence']);
  expect(of(Array(12).fill(3))).toEqual(['straight_line', 'long_string']);
  expect(of([...Array(5).fill(2), ...mixed.slice(0, 7)])).toEqual([]);
  expect(of([...Array(6).fill(2), ...mixed.slice(0, 6)])).toEqual(['long_string']);
  expect(of([...mixed, ...mixed, ...Array(9).fill(3)])).toEqual([]);
  expect(of([...mixed, ...mixed, ...Array(10).fill(3)])).toEqual(['long_string']);
  expect(of(mixed, 3000, 0, 'careless')).toEqual(['careless']);
  expect(of(mixed, 3000, 0, 'cautious')).toEqual([]);
  expect(of([])).toEqual([]);
  expect(longestRun([1, 1, 2, 2, 2, 1])).toBe(3);
});

test('whatever refuses a type is flagged as well', () => {
  const random = uniforms('refusals');
  for (let i = 0; i < 300; i++) {
    const given = answers(
      Array.from({ length: 14 }, () => (i % 3 ? Math.floor(random() * 5) : 2)),
      600 + Math.floor(random() * 900),
    ).map((answer, at) => ({ item: `i${at}`, ...answer }));
    const acquiescence = 8 * random() - 4;
    const refusal = refusalOf(given, acquiescence, i % 2 ? 'careless' : 'fits');
    const verdict = refusal ?? 'fits';
    if (refusal) expect(carelessFlags({ answers: given, acquiescence, verdict })).toContain(refusal);
  }
});

test('honest takers are almost never flagged; runners, straight-liners and random fast clickers always are', () => {
  const definition = tetoEgen('ko');
  const random = uniforms('honest');
  const takings = Array.from({ length: 200 }, (_, i) => {
    const person = drawPerson(definition, random);
    const { answers: given } = take(definition, `honest ${i}`, 'default', (item) =>
      tap(definition, item, person, random),
    );
    const result = score(definition, given);
    return { answers: given, acquiescence: result.acquiescence.value, verdict: verdictOf(result) };
  });
  const { kept, flagged } = screen(takings);
  expect(kept.length).toBeGreaterThanOrEqual(197);
  expect(flagged.too_fast + flagged.straight_line + flagged.long_string).toBe(0);
  const bad = takings.slice(0, 60).map(({ answers: given, acquiescence }, i) => ({
    acquiescence,
    verdict: null,
    answers: given.map((answer, at) => {
      if (i % 3 === 0) return { ...answer, category: 4 };
      if (i % 3 === 1) return { ...answer, ms: 400 };
      return at < given.length / 2 ? { ...answer, category: 1 } : answer;
    }),
  }));
  expect(screen(bad).kept).toEqual([]);
  expect(screen(bad).flagged).toMatchObject({ straight_line: 20, too_fast: 20 });
});
