import { expect, it } from 'vitest';
import { resultCopy } from '../result/copy.ts';
import { verdict } from './verdict.ts';

it('takes the leaning off the words of a close call, and off no other', () => {
  for (const language of ['ko', 'en']) {
    const { types } = resultCopy(1, language);
    for (const type of ['balanced-teto', 'balanced-egen'] as const) {
      for (const word of Object.values(types[type].word)) {
        const { head, leaning } = verdict(word);
        expect(leaning, word).not.toBe('');
        expect(`${head}, ${leaning}`).toBe(word);
      }
    }
    for (const type of ['teto', 'egen'] as const)
      for (const word of Object.values(types[type].word))
        expect(verdict(word)).toEqual({ head: word, leaning: '' });
  }
});
