import { describe, expect, it } from 'vitest';
import type { PublicProfile } from '../../../workers/contract/profiles.ts';
import { resultCopy } from './copy.ts';
import { ofHundred, standing } from './percentile.ts';
import { percent, signed, spoken } from './scale.ts';
import { resultView } from './view.ts';

type Score = PublicProfile['score'];
const facets = ['lead', 'thrill', 'direct', 'warm', 'sensitive', 'aesthetic'].map((id, i) => ({
  id,
  value: [1.2, 0.3, -0.1, -0.9, 0.4, -0.6][i] as number,
  se: 0.5,
}));

function shown(score: Partial<Score>, rest: Partial<PublicProfile> = {}) {
  const axis = score.axis ?? { value: 1.1, se: 0.4, pTeto: 0.997 };
  return {
    nickname: null,
    displayGender: 'none' as const,
    percentiles: { basis: 'model' as const, n: null, axis: 86, teto: 80, egen: 30, facets: [] },
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
    expect(typed).toMatchObject({ type: 'balanced-egen', certainty: 'close', close: true, chance: 69 });
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

  it('never says 100 %', () => {
    expect(resultView(shown({}), ko).typed?.chance).toBeNull();
    expect([ofHundred(99.9), ofHundred(0.2)]).toEqual([99, 1]);
    expect([percent(1), percent(0.9712), percent(0)]).toEqual(['> 99.9%', '97.1%', '< 0.1%']);
  });

  it.each(['acquiescence', 'straight_line', 'too_fast'] as const)('explains the refusal %s', (refusal) => {
    const view = resultView(shown({ kind: 'none', leaning: null, refusal }), ko);
    expect(view.typed).toBeNull();
    expect(view.refusal).toEqual(ko.refusals[refusal]);
  });

  it('counts percentiles towards the side of the result, with a range only where a model gives one', () => {
    const axis = { value: -1, se: 0.4, pTeto: 0.006 };
    const egen = shown(
      { kind: 'egen', leaning: 'egen', axis },
      { percentiles: { basis: 'model', n: null, axis: 16, teto: 20, egen: 80, facets: [] } },
    );
    expect(standing(egen)).toEqual({ side: 'egen', n: 84, range: { low: 59, high: 96 } });
    const local = { ...egen, percentiles: { ...egen.percentiles, basis: 'local' as const, n: 1200 } };
    expect(standing(local).range).toBeNull();
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
