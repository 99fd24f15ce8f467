import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ResultCopy } from './copy.ts';
import { strings, syllables } from './testing.ts';
import bank from './teto-egen/v1/bank.json' with { type: 'json' };
import en from './teto-egen/v1/copy.en.json' with { type: 'json' };
import ko from './teto-egen/v1/copy.ko.json' with { type: 'json' };

const text = z.string().trim().min(1);
const three = z.array(text).length(3);
const word = z.strictObject({ male: text, female: text, none: text });
const noType = z.strictObject({ word, tagline: text, summary: text });
const type = noType.extend({ strengths: three, blindSpots: three, inLove: text, inTeam: text, growth: text });
const refusal = z.strictObject({ title: text, body: text, action: text });
const band = z.strictObject({ label: text, text });
const facet = z.strictObject({ name: text, pole: text, what: text, low: band, middle: band, high: band });
const lines = z.array(text).length(2);
const schema = z.strictObject({
  language: text,
  disclaimer: text,
  types: z.strictObject({
    teto: type,
    egen: type,
    'balanced-teto': type,
    'balanced-egen': type,
    none: noType,
  }),
  refusals: z.strictObject({
    acquiescence: refusal,
    straight_line: refusal,
    too_fast: refusal,
    careless: refusal,
  }),
  facets: z.record(z.string(), facet),
  axis: z.strictObject({ name: text, howToRead: text, closeCall: text }),
  certainty: z.strictObject({ clear: band, leaning: band, close: band }),
  caution: band,
  chemistry: z.strictObject({
    title: text,
    intro: text,
    ring: z.array(text).length(4),
    arrow: text,
    note: text,
  }),
  share: z.strictObject({ title: text, text }),
  card: z.strictObject({
    teto: lines,
    egen: lines,
    'balanced-teto': lines,
    'balanced-egen': lines,
    none: lines,
  }),
});
const languages: [string, ResultCopy][] = [
  ['en', en],
  ['ko', ko],
];
const prose = (copy: ResultCopy) =>
  strings(copy).filter(([path]) => !path.includes('.word.') && !path.startsWith('chemistry.ring'));
const sentences = (body: string) =>
  body.replace(/“[^”]*”|'[^']*'/g, 'x').match(/[^.?!]+[.?!]+(?=\s|$)/g)?.length ?? 0;

describe.each(languages)('result copy in %s', (language, copy) => {
  it('has every part and no empty text', () => {
    expect(schema.safeParse(copy).error).toBeUndefined();
    expect(copy.language).toBe(language);
  });

  it('covers the facets of the bank under their poles', () => {
    expect(Object.keys(copy.facets)).toEqual(bank.facets);
    const poles = Object.entries(copy.facets).map(([id, { pole }]) => [id, pole]);
    expect(Object.fromEntries(poles)).toEqual(bank.poles);
  });

  it('keeps gender to the word shown, and hormones and diagnoses to the disclaimer', () => {
    const gender =
      /남자|여자|남성|여성|테토[남녀]|에겐[남녀]|남친|여친|\b(wo)?m[ae]n\b|\b(boy|girl|guy|lad|lady|he|she|his|her|him)s?\b|\b(fe)?male\b/i;
    expect(prose(copy).filter(([, body]) => gender.test(body))).toEqual([]);
    const clinical = /호르몬|진단|hormone|diagnos|disorder|장애/i;
    expect(prose(copy).filter(([path, body]) => path !== 'disclaimer' && clinical.test(body))).toEqual([]);
    expect(copy.disclaimer).toMatch(clinical);
  });

  it('names a balanced result the same for everyone', () => {
    for (const key of ['balanced-teto', 'balanced-egen', 'none'] as const) {
      expect(new Set(Object.values(copy.types[key].word)).size, key).toBe(1);
    }
    expect(
      new Set([...Object.values(copy.types.teto.word), ...Object.values(copy.types.egen.word)]).size,
    ).toBe(6);
  });

  it('gives both poles as much room', () => {
    const room = (key: 'teto' | 'egen') =>
      strings(copy.types[key]).reduce((sum, [, body]) => sum + body.length, 0);
    expect(room('teto') / room('egen')).toBeGreaterThan(0.85);
    expect(room('teto') / room('egen')).toBeLessThan(1 / 0.85);
    for (const { low, high } of Object.values(copy.facets)) {
      expect(Math.abs(low.text.length - high.text.length), low.label).toBeLessThan(50);
    }
  });

  it('fits the share line, the card and two or three sentences', () => {
    for (const [key, { tagline }] of Object.entries(copy.types)) {
      expect(syllables(tagline), key).toBeLessThanOrEqual(22);
      expect(tagline.length, key).toBeLessThanOrEqual(50);
    }
    for (const [path, line] of strings(copy.card)) {
      expect(syllables(line), path).toBeLessThanOrEqual(22);
      expect(line.length, path).toBeLessThanOrEqual(40);
    }
    for (const key of ['teto', 'egen', 'balanced-teto', 'balanced-egen'] as const) {
      const { summary, inLove, inTeam, growth } = copy.types[key];
      for (const body of [summary, inLove, inTeam, growth]) {
        expect(sentences(body), body).toBeGreaterThanOrEqual(2);
        expect(sentences(body), body).toBeLessThanOrEqual(5);
      }
    }
    for (const [path, body] of strings(copy.facets).filter(([path]) => path.endsWith('.text'))) {
      expect(sentences(body), path).toBe(2);
    }
  });

  it('fills in {word} when shared, and has no other blank', () => {
    expect(copy.share.title).toContain('{word}');
    expect(copy.share.text).toContain('{word}');
    const blanks = strings(copy).flatMap(([, body]) => body.match(/\{\w*\}/g) ?? []);
    expect(blanks).toEqual(['{word}', '{word}']);
  });

  it('draws the ring from words it has, and calls it folklore', () => {
    expect(copy.chemistry.ring).toEqual(['egen.female', 'egen.male', 'teto.female', 'teto.male']);
    expect(copy.chemistry.note).toMatch(/전설|folklore/);
  });
});

it('both languages have the same parts', () => {
  expect(strings(ko).map(([path]) => path)).toEqual(strings(en).map(([path]) => path));
});
