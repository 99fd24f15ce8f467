import { describe, expect, test } from 'vitest';
import { estimateMap } from '../estimation/map.ts';
import { drawPerson, type Language, take, tap, tetoEgen, uniforms } from '../testing.ts';
import type { Definition, Item, Mode } from '../types.ts';
import { adapt } from './adapt.ts';
import { firstItem, progress } from './progress.ts';
import { draw } from './random.ts';
import { certainty, stopReason } from './stop.ts';

const find = (definition: Definition, id: string): Item => definition.items.find((item) => item.id === id)!;

function run(definition: Definition, seed: string, mode: Mode = 'default') {
  const random = uniforms(`taker ${seed}`);
  const person = drawPerson(definition, random);
  return take(definition, seed, mode, (item) => tap(definition, item, person, random));
}

describe.each<Language>(['en', 'ko'])('%s', (language) => {
  const definition = tetoEgen(language);
  const sessions = Array.from({ length: 400 }, (_, n) => {
    const seed = (n * 2654435761).toString(16);
    return { seed, ...run(definition, seed) };
  });

  test('the first question is one, scored, "+"-keyed, and the one progress asks first', () => {
    const first = firstItem(definition);
    expect(first.key).toBe(1);
    expect(first.pretest).toBe(false);
    for (const { answers, states } of sessions) {
      expect(states[0]!.next).toBe(first.id);
      expect(answers[0]!.item).toBe(first.id);
    }
  });

  test('no item twice, never three reverse-keyed in a row, one pretest item', () => {
    const longest = sessions.slice(0, 100).map(({ seed }) => run(definition, seed, 'precise'));
    for (const { answers } of [...sessions, ...longest]) {
      const items = answers.map(({ item }) => find(definition, item));
      expect(new Set(items).size).toBe(items.length);
      expect(items.map(({ key }) => (key < 0 ? '-' : '+')).join('')).not.toContain('---');
      const trials = items.filter((item) => item.pretest);
      expect(trials).toHaveLength(1);
      expect(items.indexOf(trials[0]!)).toBeGreaterThanOrEqual(3);
      expect(items.indexOf(trials[0]!)).toBeLessThanOrEqual(12);
    }
  });

  test('two a facet before any third', () => {
    for (const { answers } of sessions) {
      const facets = answers.map(({ item }) => find(definition, item)).filter((item) => !item.pretest);
      const counts = definition.facets.map(
        (_, f) => facets.slice(0, 12).filter((item) => item.facet === f).length,
      );
      expect(counts).toEqual([2, 2, 2, 2, 2, 2]);
    }
  });

  test('stops where its rule says, within 12 to 24 scored items', () => {
    const { se, min, max } = definition.modes.default;
    for (const { states } of sessions) {
      const last = states.at(-1)!;
      const scored = last.answered - 1;
      expect(last).toMatchObject({ finished: true, next: null });
      expect(scored).toBeGreaterThanOrEqual(min);
      expect(scored).toBeLessThanOrEqual(max);
      if (last.stop === 'se') expect(last.axis.se).toBeLessThanOrEqual(se);
      else expect([last.stop, scored]).toEqual(['max', max]);
      for (const state of states.slice(0, -1)) expect(state).toMatchObject({ finished: false, stop: null });
    }
  });

  test('certainty begins at nothing, is 1 only when sure enough, and tells how far a longest test got', () => {
    for (const { states } of sessions) {
      expect(states[0]!.certainty).toBeCloseTo(0, 4);
      for (const { certainty, stop } of states) {
        if (stop === 'se') expect(certainty).toBe(1);
        else expect(certainty).toBeLessThan(1);
      }
      expect(states.at(-1)!.certainty).toBeGreaterThan(0.4);
    }
    const mean = (step: number) =>
      sessions.reduce((sum, { states }) => sum + (states[step] ?? states.at(-1)!).certainty, 0) /
      sessions.length;
    for (let step = 1; step <= 24; step++) expect(mean(step)).toBeGreaterThanOrEqual(mean(step - 1));
    expect(mean(6)).toBeGreaterThan(0.2);
    expect(mean(6)).toBeLessThan(0.5);
  });

  test('a longer mode goes on from a finished session with the same answers', () => {
    for (const { seed, answers } of sessions.slice(0, 40)) {
      const more = run(definition, seed, 'precise');
      expect(more.answers.slice(0, answers.length)).toEqual(answers);
      expect(more.states.at(-1)!.answered).toBeGreaterThan(answers.length);
      expect(more.states.at(-1)!.axis.se).toBeLessThan(0.45);
    }
  });
});

describe('replay', () => {
  const definition = tetoEgen('en');

  test('another machine with the same answers asks the same next question', () => {
    for (const seed of ['00ff', 'beef', 'c0ffee']) {
      const { answers, states } = run(definition, seed);
      const elsewhere = tetoEgen('en');
      states.forEach((state, n) => {
        expect(progress(elsewhere, { seed, mode: 'default', answers: answers.slice(0, n) })).toEqual(state);
      });
    }
  });

  test('seeds differ in what they ask', () => {
    const orders = Array.from({ length: 20 }, (_, n) => {
      const { answers } = take(definition, `${n}`, 'default', () => 2);
      return answers.map(({ item }) => item).join();
    });
    expect(new Set(orders).size).toBe(20);
  });

  test('a changed earlier answer keeps all others, and goes on with an unused item', () => {
    const { answers } = run(definition, 'abcd');
    const session = { seed: 'abcd', mode: 'default' as const, answers: answers.slice(0, 11) };
    const before = progress(definition, session);
    const first = answers[2]!;
    const changed = { ...first, category: first.category > 2 ? 0 : 4 };
    const resent = progress(definition, { ...session, answers: [...session.answers, changed] });
    expect(resent).toEqual(progress(definition, { ...session, answers: session.answers.with(2, changed) }));
    expect(resent.answered).toBe(11);
    expect(resent.axis.value).not.toBe(before.axis.value);
    expect(session.answers.map(({ item }) => item)).not.toContain(resent.next);
  });

  test('a bank that runs dry ends the test rather than break the rules', () => {
    const short = { ...definition, items: definition.items.filter((item) => item.id.endsWith('1')) };
    const { states } = take(short, 'dd', 'default', () => 1);
    expect(states.at(-1)).toMatchObject({ next: null, finished: true, stop: 'max' });
    const reversed = {
      ...definition,
      items: definition.items.filter(({ id, key }) => key < 0 || id === 'lead01'),
    };
    expect(take(reversed, 'dd', 'default', () => 1).answers).toHaveLength(3);
  });
});

test('pretest items are balanced over seeds, in item and place', () => {
  const definition = tetoEgen('ko');
  const trials = definition.items.filter((item) => item.pretest);
  const counts = new Map(trials.map(({ id }) => [id, 0]));
  const places = new Map<number, number>();
  const sessions = 4000;
  const answers = take(definition, 'x', 'quick', () => 2).answers.filter(
    ({ item }) => !find(definition, item).pretest,
  );
  for (let n = 0; n < sessions; n++) {
    const seed = Math.floor(draw('seeds', n) * 2 ** 32).toString(16);
    for (let step = 3; step <= 11; step++) {
      const { next } = progress(definition, { seed, mode: 'quick', answers: answers.slice(0, step) });
      if (!counts.has(next!)) continue;
      counts.set(next!, counts.get(next!)! + 1);
      places.set(step, (places.get(step) ?? 0) + 1);
      break;
    }
  }
  const expected = sessions / trials.length;
  expect([...counts.values()].reduce((a, b) => a + b)).toBe(sessions);
  const chi2 = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  // 99.9 % points of χ² with trials − 1 degrees of freedom lie below this.
  expect(chi2).toBeLessThan(trials.length - 1 + 4.5 * Math.sqrt(2 * (trials.length - 1)));
  expect(places.size).toBeGreaterThanOrEqual(7);
});

test('draws are even over steps and seeds', () => {
  for (const of of [(n: number) => draw('5eed', n), (n: number) => draw(n.toString(16), 7)]) {
    const bins = new Array<number>(16).fill(0);
    for (let n = 0; n < 16_000; n++) bins[Math.floor(of(n) * 16)]!++;
    const chi2 = bins.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(37.7);
  }
});

test('stop rule and certainty at their borders', () => {
  const rule = { se: 0.35, min: 12, max: 24 };
  expect(stopReason(rule, 11, 0.2)).toBeNull();
  expect(stopReason(rule, 12, 0.35)).toBe('se');
  expect(stopReason(rule, 23, 0.36)).toBeNull();
  expect(stopReason(rule, 24, 0.36)).toBe('max');
  expect(certainty(rule, 0, 1)).toBe(0);
  expect(certainty(rule, 11, 0.2)).toBeCloseTo(11 / 12);
  expect(certainty(rule, 23, 0.3501)).toBe(0.99);
  expect(certainty(rule, 12, 0.35)).toBe(1);
  expect(certainty(rule, 24, 0.4)).toBeCloseTo((1 / 0.16 - 1) / (1 / 0.1225 - 1));
  expect(certainty(rule, 0, 1.001)).toBe(0);
});

test('ties go to the lower index', () => {
  const definition = tetoEgen('en');
  const best = firstItem(definition);
  const twins = {
    ...definition,
    items: [
      { ...best, id: 'a' },
      { ...best, id: 'b' },
    ],
  };
  expect(firstItem(twins).id).toBe('a');
  expect(adapt(twins, estimateMap(twins, [], []), [], { luck: 0.99 })?.id).toBe('b');
});
