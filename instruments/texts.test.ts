import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ItemTexts } from './load.ts';
import { checksum, strings, syllables } from './testing.ts';
import bank from './teto-egen/v1/bank.json' with { type: 'json' };
import en from './teto-egen/v1/en.json' with { type: 'json' };
import ko from './teto-egen/v1/ko.json' with { type: 'json' };

const text = z.string().trim().min(1);
const source = z.strictObject({ text });
const translated = z.strictObject({ text, back: text, note: text.optional() });
const schema = (language: string) =>
  z.strictObject({
    language: z.literal(language),
    name: text,
    lead: text.optional(),
    categories: z.array(text).length(bank.categories),
    items: z.record(z.string(), language === 'en' ? source : translated),
  });
const languages: [string, ItemTexts][] = [
  ['en', en],
  ['ko', ko],
];
const ids = bank.items.map(({ id }) => id);

describe.each(languages)('texts in %s', (language, texts) => {
  it('are well-formed, with a back-translation unless English, and for every item of the bank, no other', () => {
    expect(schema(language).safeParse(texts).error).toBeUndefined();
    expect(Object.keys(texts.items).toSorted()).toEqual(ids.toSorted());
  });

  it('say nothing twice', () => {
    const said = Object.values(texts.items).map((item) => item.text);
    expect(new Set(said).size).toBe(said.length);
    expect(new Set(texts.categories).size).toBe(bank.categories);
  });

  it('carry no key of their own: it belongs to the item, the same in every language', () => {
    expect(strings(texts).filter(([path]) => path.endsWith('.key'))).toEqual([]);
  });
});

it('English is the wording the parameters were estimated with', () => {
  expect(checksum(ids.map((id) => [id, (en as ItemTexts).items[id]?.text]))).toBe('4ef75677');
});

it('Korean fits a phone: statements of at most 24 syllables, without a full stop', () => {
  for (const [id, item] of Object.entries(ko.items)) {
    expect(syllables(item.text), id).toBeGreaterThan(0);
    expect(syllables(item.text), id).toBeLessThanOrEqual(24);
    expect(item.text, id).toMatch(/다$/);
  }
});

it('a Korean item says no at most once, and never in the long form that trips over "not me"', () => {
  for (const [id, item] of Object.entries(ko.items)) {
    const denials = item.text.match(/(^| )[안못] |지 않|아니|없|못한/g) ?? [];
    expect(denials.length, id).toBeLessThanOrEqual(1);
    expect(item.text, id).not.toMatch(/(지 않는다|지 않다|아니다|못한다|[이가은는] 없다)$/);
  }
});
