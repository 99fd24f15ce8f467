import { expect, it } from 'vitest';
import { lines, spoken } from './testing.ts';

// README says the rule: 테토·에겐 and Teto–Egen, in this order, with these signs.
const WRONG_KO = /에겐\s?[·•・ㆍ/–-]?\s?테토(?![남녀])|테토(?:\s?[•・ㆍ/–-]\s?|\s?)에겐(?![남녀])/;
const WRONG_EN = /Egen[\s·/–-]?Teto\b|Teto(?:[·/—]|)Egen\b/;
const HYPHEN = /Teto-Egen/;

it('calls the product 테토·에겐 and Teto–Egen everywhere', () => {
  const wrong = lines().filter(({ text }) => WRONG_KO.test(text) || WRONG_EN.test(text));
  expect(wrong).toEqual([]);
});

it('keeps the plain hyphen for names that must be ASCII', () => {
  const wrong = spoken().filter(({ at, text }) => HYPHEN.test(text) && !/^(README|docs\/)/.test(at));
  expect(wrong).toEqual([]);
});

it.each(['에겐테토', '테토에겐', '테토 에겐 테스트', '에겐·테토', '에겐 테토', '테토-에겐', '테토/에겐'])(
  'knows %s for wrong',
  (text) => expect(text).toMatch(WRONG_KO),
);

it.each([
  '테토·에겐 테스트',
  '나는 테토일까, 에겐일까',
  '에겐녀 → 에겐남 → 테토녀',
  '테토녀·에겐녀',
  '에겐, 테토',
])('lets %s stand', (text) => expect(text).not.toMatch(WRONG_KO));
