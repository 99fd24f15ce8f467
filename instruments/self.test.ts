import { describe, expect, it } from 'vitest';
import { progress } from '../psychometrics/adaptive/progress.ts';
import { score } from '../psychometrics/scoring/score.ts';
import type { Answer, Mode } from '../psychometrics/types.ts';
import { toDefinition } from './load.ts';
import bank from './teto-egen/v1/bank.json' with { type: 'json' };

// axis, its SE and acquiescence of all 48 items answered alike, as published with the parameters
const straight = {
  en: { 3: [0.47, 0.24, -0.25], 4: [0.6, 0.26, 2.89], 5: [0.84, 0.32, 7.48] },
  ko: { 3: [0.49, 0.3, -0.19], 4: [0.57, 0.31, 2.28], 5: [0.83, 0.42, 6.54] },
} as const;
const modes: Mode[] = ['quick', 'default', 'precise'];

describe.each(['en', 'ko'] as const)('the instrument in %s', (language) => {
  const definition = toDefinition(bank, language);
  const scored = definition.items.filter((item) => !item.pretest);
  const reply = (choose: (id: string, key: 1 | -1) => number): Answer[] =>
    scored.map(({ id, key }) => ({ item: id, category: choose(id, key), ms: 2500 }));

  it.each([3, 4, 5] as const)('answering %i throughout lands where published', (category) => {
    const { axis, acquiescence } = score(
      definition,
      reply(() => category - 1),
    );
    const found = [axis.value, axis.se, acquiescence.value];
    straight[language][category].forEach((figure, i) => {
      expect(Math.abs((found[i] ?? Number.NaN) - figure)).toBeLessThan(0.006);
    });
  });

  it('gives no type to a straight line in any category', () => {
    for (let category = 0; category < definition.categories; category++) {
      expect(
        score(
          definition,
          reply(() => category),
        ),
      ).toMatchObject({ kind: 'none', refusal: 'straight_line' });
    }
  });

  it('moves the right way with every item: keyed towards its pole, so away from the other', () => {
    const middle = score(
      definition,
      reply(() => 2),
    );
    for (const item of scored) {
      const one = score(
        definition,
        reply((id) => (id === item.id ? 2 + 2 * item.key : 2)),
      );
      expect(one.facets[item.facet]?.value, item.id).toBeGreaterThan(
        middle.facets[item.facet]?.value ?? Infinity,
      );
      const shift = (one.axis.value - middle.axis.value) * Math.sign(definition.weights[item.facet] ?? 0);
      expect(shift, item.id).toBeGreaterThan(0);
      expect(shift, item.id).toBeLessThan(0.6);
    }
  });

  it('finds both poles', () => {
    const towards = (sign: 1 | -1) =>
      reply((id, key) => {
        const facet = scored.find((item) => item.id === id)?.facet ?? 0;
        return (definition.weights[facet] ?? 0) * sign * key > 0 ? 3 : 1;
      });
    expect(score(definition, towards(1)).kind).toBe('teto');
    expect(score(definition, towards(-1)).kind).toBe('egen');
  });

  it.each(modes)('keeps the advertised count in mode %s and asks nothing twice', (mode) => {
    const { min, max } = definition.modes[mode];
    for (let run = 0; run < 12; run++) {
      const answers: Answer[] = [];
      let step = progress(definition, { seed: `${run}f`, mode, answers });
      while (step.next !== null) {
        answers.push({ item: step.next, category: (run * 7 + answers.length * 3) % 5, ms: 2500 });
        step = progress(definition, { seed: `${run}f`, mode, answers });
      }
      const ids = answers.map(({ item }) => item);
      const counted = ids.filter((id) => scored.some((item) => item.id === id)).length;
      expect(new Set(ids).size).toBe(ids.length);
      expect(counted).toBeGreaterThanOrEqual(min);
      expect(counted).toBeLessThanOrEqual(max);
      expect(ids.length - counted).toBe(1);
    }
  });
});
