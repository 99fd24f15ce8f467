import { expect, it } from 'vitest';
import { beyondCuts } from './beyond-cuts.ts';

it('asks for more letters only when a name has one that we lack', () => {
  const cuts = '한강abc';
  expect(beyondCuts('한 강', cuts)).toBe(false);
  expect(beyondCuts('한강'.normalize('NFD'), cuts)).toBe(false);
  expect(beyondCuts('', cuts)).toBe(false);
  expect(beyondCuts('뷁 강', cuts)).toBe(true);
  expect(beyondCuts('Zoë', cuts)).toBe(true);
});
