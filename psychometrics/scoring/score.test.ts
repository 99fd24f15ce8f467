import { describe, expect, test } from 'vitest';
import { normalCdf } from '../numerics/normal.ts';
import { drawPerson, type Language, take, tap, tetoEgen, uniforms } from '../testing.ts';
import type { Answer, Definition } from '../types.ts';
import { percentile } from './axis.ts';
import { score } from './score.ts';

const LANGUAGES: Language[] = ['en', 'ko'];
const scored = (definition: Definition) => definition.items.filter((item) => !item.pretest);
const straight = (definition: Definition, category: number, ms = 3000): Answer[] =>
  scored(definition).map(({ id }) => ({ item: id, category, ms }));

/** Answers of one simulated person to the first `count` scored items in an order of their own. */
function someAnswers(definition: Definition, seed: string, count: number): Answer[] {
  const random = uniforms(seed);
  const person = drawPerson(definition, random);
  return scored(definition)
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ item }) => ({ item: item.id, category: tap(definition, item, person, random), ms: 2500 }));
}

// Axis, its SE and acquiescence of answering 3, 4 or 5 of 5 throughout, as stated with the bank.
const STATED: Record<Language, [number, number, number, number][]> = {
  en: [
    [2, 0.47, 0.24, -0.25],
    [3, 0.6, 0.26, 2.89],
    [4, 0.84, 0.325, 7.48],
  ],
  ko: [
    [2, 0.49, 0.3, -0.19],
    [3, 0.57, 0.31, 2.28],
    [4, 0.83, 0.42, 6.54],
  ],
};

describe.each(LANGUAGES)('%s', (language) => {
  const definition = tetoEgen(language);

  test('straight lines give the stated figures', () => {
    for (const [category, value, se, acquiescence] of STATED[language]) {
      const result = score(definition, straight(definition, category));
      expect(Math.abs(result.axis.value - value)).toBeLessThan(0.0051);
      expect(Math.abs(result.axis.se - se)).toBeLessThan(0.0055);
      expect(Math.abs(result.acquiescence.value - acquiescence)).toBeLessThan(0.0051);
    }
  });

  test('a straight line never yields a type: all 48, or the adaptive test in any mode', () => {
    for (let category = 0; category < 5; category++) {
      const whole = score(definition, straight(definition, category));
      expect(whole).toMatchObject({ kind: 'none', leaning: null, refusal: 'straight_line' });
      for (const mode of ['quick', 'default', 'precise'] as const) {
        const { answers } = take(definition, 'a1b2', mode, () => category);
        expect(score(definition, answers).refusal).toBe('straight_line');
      }
    }
  });

  test('a straight line over the scored items is refused whatever the pretest item got, at any length', () => {
    const pretest = definition.items.find((item) => item.pretest)!;
    for (const mode of ['quick', 'default', 'precise'] as const) {
      for (let n = 0; n < 60; n++) {
        const line = take(definition, `line ${n}`, mode, (item) => (item.pretest ? 4 : 3)).answers;
        const short = line.filter(({ item }) => item !== pretest.id).slice(0, 13);
        for (const answers of [line, [...short, { item: pretest.id, category: 0, ms: 3000 }]]) {
          expect(score(definition, answers).refusal, `${mode} ${n}`).not.toBeNull();
        }
      }
    }
  });

  test('nearly straight lines are caught by their acquiescence', () => {
    const answers = straight(definition, 4);
    answers[0]!.category = 3;
    expect(score(definition, answers)).toMatchObject({ kind: 'none', refusal: 'acquiescence' });
  });

  test('one answer never gives an extreme', () => {
    for (const { id } of scored(definition)) {
      for (let category = 0; category < 5; category++) {
        const { axis, kind } = score(definition, [{ item: id, category, ms: 3000 }]);
        expect(kind).toBe('none');
        expect(Math.abs(axis.value)).toBeLessThan(1.25);
        expect(Math.abs(axis.value) / axis.se).toBeLessThan(1.96);
      }
    }
  });

  test('one changed answer never turns a clear type into the clear other one', () => {
    let clear = 0;
    for (let n = 0; n < 60; n++) {
      const random = uniforms(`fickle ${n}`);
      const person = drawPerson(definition, random);
      const { answers } = take(definition, `${n}`, 'quick', (item) => tap(definition, item, person, random));
      const before = score(definition, answers);
      if (before.kind === 'balanced' || before.kind === 'none') continue;
      clear++;
      answers.forEach((answer, at) => {
        for (const category of [0, 4]) {
          const { kind } = score(definition, answers.with(at, { ...answer, category }));
          expect(kind).not.toBe(before.kind === 'teto' ? 'egen' : 'teto');
        }
      });
    }
    expect(clear).toBeGreaterThan(20);
  });
});

test('monotone: a more Teto answer never lowers the axis, and its pole or facet moves the same way', () => {
  // Acquiescence and six correlated facets are inferred at once, so this is a property of the bank, not of algebra.
  for (const language of LANGUAGES) {
    const definition = tetoEgen(language);
    for (let n = 0; n < 40; n++) {
      const answers = someAnswers(definition, `monotone ${n}`, 6 + n);
      const before = score(definition, answers);
      answers.forEach((answer, at) => {
        const item = definition.items.find(({ id }) => id === answer.item)!;
        const toTeto = item.key * Math.sign(definition.weights[item.facet]!);
        const category = answer.category + toTeto;
        if (category < 0 || category > 4) return;
        const after = score(definition, answers.with(at, { ...answer, category }));
        expect(after.axis.value).toBeGreaterThanOrEqual(before.axis.value);
        const moved = after.facets[item.facet]!.value - before.facets[item.facet]!.value;
        expect(moved * toTeto * item.key).toBeGreaterThan(0);
      });
    }
  }
});

describe('type rule', () => {
  const definition = tetoEgen('en');
  const honest = (seed: string) => someAnswers(definition, seed, 24);
  const results = Array.from({ length: 300 }, (_, n) => score(definition, honest(`person ${n}`)));

  test('a type one SE from the middle, otherwise balanced with a leaning', () => {
    const kinds = new Set(results.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['balanced', 'egen', 'teto']));
    for (const { kind, leaning, refusal, axis } of results) {
      if (kind === 'none') {
        expect(leaning).toBeNull();
        expect(refusal).toBe('acquiescence');
        continue;
      }
      const ratio = axis.value / axis.se;
      expect(leaning).toBe(ratio > 0 ? 'teto' : 'egen');
      expect(kind).toBe(Math.abs(ratio) >= 1 ? leaning : 'balanced');
      expect(axis.pTeto).toBeCloseTo(normalCdf(ratio), 12);
    }
  });

  test('almost nobody honest is refused', () => {
    expect(results.filter(({ refusal }) => refusal).length).toBeLessThanOrEqual(3);
  });

  test('a median under a second is too fast; one slow answer does not save it, one fast answer does not spoil it', () => {
    const timed = (ms: number, other: number) =>
      score(
        definition,
        honest('person 1').map((answer, i) => ({ ...answer, ms: i ? ms : other })),
      );
    expect(timed(999, 60_000)).toMatchObject({ kind: 'none', refusal: 'too_fast' });
    expect(timed(1000, 10).refusal).toBeNull();
  });

  test('nothing scored gives no type and the prior', () => {
    const empty = score(definition, []);
    expect(empty).toMatchObject({ kind: 'none', leaning: null, refusal: null, items: 0 });
    expect(empty.axis.value).toBe(0);
    expect(empty.axis.se).toBeCloseTo(1, 4);
    expect(empty.poles.teto.se).toBeCloseTo(1, 10);
    expect(empty.poles.egen.se).toBeCloseTo(1, 10);
    expect(empty.facets.map(({ id }) => id)).toEqual(definition.facets);
  });
});

describe('answers', () => {
  const definition = tetoEgen('en');
  const answers = someAnswers(definition, 'reader', 20);

  test('the last answer to an item counts, and order does not matter', () => {
    const changed = { ...answers[4]!, category: (answers[4]!.category + 2) % 5 };
    const final = score(definition, answers.with(4, changed));
    expect(score(definition, [...answers, changed])).toEqual(final);
    expect(final.axis.value).not.toBe(score(definition, answers).axis.value);
    expect(score(definition, answers.toReversed()).axis.value).toBeCloseTo(
      score(definition, answers).axis.value,
      9,
    );
  });

  test('a pretest answer changes no value', () => {
    const trial = definition.items.find((item) => item.pretest)!;
    const plain = score(definition, answers);
    for (const category of [0, 4]) {
      expect(score(definition, [...answers, { item: trial.id, category, ms: 2500 }])).toEqual(plain);
    }
  });

  test('an unknown item or category is an error, not a guess', () => {
    expect(() => score(definition, [{ item: 'nobody', category: 1, ms: 1 }])).toThrow(RangeError);
    for (const category of [-1, 5, 1.5, Number.NaN]) {
      expect(() => score(definition, [{ item: 'lead01', category, ms: 1 }])).toThrow(RangeError);
    }
  });

  test('a result is a value: scoring somebody else does not change it', () => {
    const mine = score(definition, answers);
    const copy = JSON.stringify(mine);
    score(definition, someAnswers(definition, 'somebody else', 48));
    expect(JSON.stringify(mine)).toBe(copy);
  });
});

test('Φ is exact to 1e-12 (values of R pnorm), and symmetric', () => {
  const table = [
    [0, 0.5],
    [0.5, 0.691462461274013],
    [1, 0.841344746068543],
    [1.96, 0.97500210485178],
    [3, 0.99865010196837],
    [5, 0.999999713348428],
  ] as const;
  for (const [x, p] of table) {
    expect(Math.abs(normalCdf(x) - p)).toBeLessThan(1e-12);
    expect(Math.abs(normalCdf(-x) - (1 - p))).toBeLessThan(1e-12);
  }
  expect([normalCdf(-40), normalCdf(40)]).toEqual([0, 1]);
  expect(percentile(1)).toBe(normalCdf(1));
});
