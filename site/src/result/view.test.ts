import { describe, expect, it } from 'vitest';
import type { PublicProfile } from '../../../workers/contract/profiles.ts';
import { resultCopy } from './copy.ts';
import { signed, spoken } from './scale.ts';
import { resultView } from './view.ts';

type Score = PublicProfile['score'];
const facets = ['lead', 'thrill', 'direct', 'warm', 'sensitive', 'aesthetic'].map((id, i) => ({
  id,
  value: [1.2, 0.3, -0.1, -0.9, 0.4, -0.6][i] as number,
  se: 0.5,
}));

const range = { low: 59, high: 96 };
const percentiles = ({ value }: { value: number }) => ({
  ...{ basis: 'model' as const, n: null, axis: value < 0 ? 16 : 84, teto: 80, egen: 30, facets: [] },
  ranges: {
    axis: value < 0 ? { low: 4, high: 41 } : range,
    ...{ teto: range, egen: range, facets: [] },
  },
});

type More = Partial<Pick<PublicProfile, 'displayGender' | 'percentiles'>>;

function shown(score: Partial<Score>, rest: More = {}) {
  const axis = score.axis ?? { value: 1.1, se: 0.4, pTeto: 0.997 };
  return {
    nickname: null,
    displayGender: 'none' as const,
    version: 1,
    language: 'ko' as const,
    percentiles: percentiles(axis),
    ...rest,
    score: {
      kind: 'teto' as const,
      leaning: 'teto' as const,
      refusal: null,
      poles: { teto: { value: 0.8, se: 0.4 }, egen: { value: -0.5, se: 0.4 } },
      facets,
      acquiescence: { value: 0, se: 0.6 },
      items: 19,
      ...score,
      axis,
    },
  };
}
const ko = resultCopy(1, 'ko');

describe('what the result page says', () => {
  it('takes the word of the display gender and nothing else from it', () => {
    const view = (displayGender: 'male' | 'female' | 'none') => resultView(shown({}, { displayGender }), ko);
    expect(view('male').word).toBe('테토남');
    expect(view('female').word).toBe('테토녀');
    expect(view('none').word).toBe('테토');
    expect(view('male').typed).toEqual(view('female').typed);
  });

  it('calls a close call balanced and names the side it leans to', () => {
    const axis = { value: -0.2, se: 0.4, pTeto: 0.31 };
    const { typed, word } = resultView(shown({ kind: 'balanced', leaning: 'egen', axis }), ko);
    expect(word).toContain('밸런스');
    expect(typed).toMatchObject({ type: 'balanced-egen', close: true, clear: false, chance: 69 });
    expect(typed?.certainty).toEqual([ko.certainty.close]);
  });

  it('says first that answers hang together less than usual, never that such a type is clear', () => {
    const fit = { rule: 1, evidence: -2, lz: -1, cautious: true };
    const view = (axis: Score['axis']) => resultView(shown({ axis, fit }), ko).typed;
    const leaning = view({ value: 0.8, se: 0.7, pTeto: 0.87 });
    expect(leaning?.certainty).toEqual([ko.caution, ko.certainty.leaning]);
    const far = view({ value: 2.1, se: 0.7, pTeto: 0.998 });
    expect(far?.certainty).toEqual([ko.caution]);
    // More questions are offered, however far it is off the middle.
    expect(far?.clear).toBe(false);
    expect(resultView(shown({}), ko).typed?.certainty).toEqual([ko.certainty.clear]);
  });

  it('gives each facet the words of its level and says when a band crosses the middle', () => {
    const { typed } = resultView(shown({}), ko);
    expect(typed?.facets.map(({ level }) => level)).toEqual([
      'high',
      'middle',
      'middle',
      'low',
      'middle',
      'low',
    ]);
    expect(typed?.facets.map(({ tips }) => tips)).toEqual([null, 'high', null, null, 'high', null]);
    expect(typed?.facets[0]?.label).toBe(ko.facets.lead.high.label);
  });

  it('never says more than 99 %', () => {
    for (const pTeto of [0.997, 1]) {
      const axis = { value: 1.1, se: 0.4, pTeto };
      expect(resultView(shown({ axis }), ko).typed).toMatchObject({ chance: 99, capped: true });
    }
    const axis = { value: 1.1, se: 0.4, pTeto: 0.97 };
    expect(resultView(shown({ axis }), ko).typed).toMatchObject({ chance: 97, capped: false });
  });

  it.each(['acquiescence', 'straight_line', 'too_fast', 'careless'] as const)(
    'explains the refusal %s',
    (refusal) => {
      const view = resultView(shown({ kind: 'none', leaning: null, refusal }), ko);
      expect(view.typed).toBeNull();
      expect(view.refusal).toEqual(ko.refusals[refusal]);
    },
  );

  it('counts the place towards the side of the result, with its range, and calls it provisional', () => {
    const axis = { value: -1, se: 0.4, pTeto: 0.006 };
    const egen = shown({ kind: 'egen', leaning: 'egen', axis });
    const place = { side: 'egen', n: 84, low: 59, high: 96 };
    expect(resultView(egen, ko).typed).toMatchObject({ standing: place, provisional: true });
    // Counted people alone are not enough: the parameters of version 1 are borrowed.
    const local = { ...egen, percentiles: { ...egen.percentiles, basis: 'local' as const, n: 1200 } };
    expect(resultView(local, ko).typed).toMatchObject({ standing: place, provisional: true });
  });

  it('falls back to the newest words for a version it does not know', () => {
    expect(resultCopy(99, 'en').language).toBe('en');
    expect(() => resultCopy(1, 'xx')).toThrow(RangeError);
  });
});

describe('a band on a scale', () => {
  it('is also said in words', () => {
    expect(spoken({ value: 0.5, se: 0.5 })).toEqual({ value: '+0.5', low: '−0.5', high: '+1.5' });
    expect([signed(-0.01), signed(-1.234, 2)]).toEqual(['0.0', '−1.23']);
  });
});
