import { expect, it } from 'vitest';
import { items, words } from './data.ts';
import { notesOf, watched } from './flags.ts';

it('every flag of the bank has words in both languages', () => {
  for (const language of ['ko', 'en']) {
    for (const { id, flags } of items) {
      for (const note of notesOf(flags, words(language).notes)) expect(note, id).not.toMatch(/_|\(DIF\)|\{/);
    }
  }
});

it('says each thing once, the stronger one', () => {
  const { notes } = words('en');
  const flags = ['large_sex_DIF (PAPI N=300, shift -1.7 SD)', 'sex_DIF_flag'];
  expect(notesOf(flags, notes)).toEqual([notes.largeDif]);
  expect(watched(flags)).toBe(true);
  expect(notesOf(['promoted_from_reserve for: Love flowers. (DIF)'], notes)).toEqual([
    'replaces “Love flowers”',
  ]);
  expect(notesOf(['something new'], notes)).toEqual(['something new']);
});
