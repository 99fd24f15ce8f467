import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Bank, toDefinition } from './load.ts';
import { checksum } from './testing.ts';
import bankJson from './teto-egen/v1/bank.json' with { type: 'json' };

const number4 = z.array(z.number()).length(4);
const item = z.strictObject({
  id: z.string().regex(/^[a-z]+N?\d\d$/),
  facet: z.string(),
  role: z.enum(['scored', 'pretest']),
  key: z.enum(['+', '-']),
  keySource: z.literal('wording').optional(),
  a: z.number().positive().nullable(),
  b: number4.nullable(),
  seA: z.number().positive().optional(),
  seB: number4.optional(),
  n: z.string().optional(),
  source: z.string().optional(),
  flags: z.array(z.string()),
  difSex: z
    .array(z.strictObject({ set: z.string(), N: z.int(), shift_M_minus_F: z.number(), p: z.number() }))
    .nullish(),
});
const bank: Bank = bankJson;
const scored = bank.items.filter(({ role }) => role === 'scored');

describe('the published figures', () => {
  it('are unchanged: a new figure is a new version', () => {
    const parameters = bankJson.items.map((i) => [i.id, i.a, i.b, i.seA ?? null, i.seB ?? null]);
    const provenance = bankJson.items.map((i) => [
      ...[i.id, i.facet, i.role, i.n ?? null, i.source ?? null],
      ...[i.difSex ?? null, i.flags],
    ]);
    const keys = bank.items.filter((i) => !i.keySource).map((i) => i.id + i.key);
    const { facets, sigma, sigmaEvidence, w, axisSd, slopeRatioByLanguage, sources, sourceN } = bankJson;
    const evidence = [bankJson.facetReliabilityModelImplied, bankJson.axisBySexDerived, bankJson.model];
    expect(checksum(parameters)).toBe('d026e06c');
    expect(checksum(provenance)).toBe('e8d703a3');
    expect(checksum(keys)).toBe('90e4b7cb');
    expect(
      checksum([
        facets,
        sigma,
        sigmaEvidence,
        w,
        axisSd,
        slopeRatioByLanguage,
        sources,
        sourceN,
        ...evidence,
      ]),
    ).toBe('cd10e6cb');
  });

  it('spot values', () => {
    const lead01 = bank.items.find(({ id }) => id === 'lead01');
    const art = bank.items.find(({ id }) => id === 'aesthetic05');
    expect(lead01).toMatchObject({ a: 2.998, b: [-1.817, -1.025, -0.333, 0.831], key: '+', seA: 0.326 });
    expect(art).toMatchObject({ a: 3.321, b: [-2.03, -1.567, -0.893, -0.013], key: '-' });
    expect(bank.sigma[0]?.[2]).toBe(0.631);
    expect(bank.acquiescence).toBe(0.4);
  });
});

describe('the bank', () => {
  it('has well-formed items with ids of their own', () => {
    for (const one of bankJson.items) expect(item.safeParse(one).error, one.id).toBeUndefined();
    expect(new Set(bank.items.map(({ id }) => id)).size).toBe(74);
  });

  it('scores 8 items a facet, some of them reverse-keyed, all with rising thresholds', () => {
    expect(scored).toHaveLength(48);
    for (const facet of bank.facets) {
      const own = scored.filter((i) => i.facet === facet);
      expect(own, facet).toHaveLength(8);
      const reverse = own.filter(({ key }) => key === '-').length;
      expect(reverse, facet).toBeGreaterThanOrEqual(2);
      expect(reverse, facet).toBeLessThanOrEqual(5);
    }
    for (const { id, b } of bank.items) {
      if (b)
        expect(
          b.toSorted((x, y) => x - y),
          id,
        ).toEqual(b);
    }
  });

  it('marks exactly the items without data as keyed from the wording, and never scores them', () => {
    const unknown = bank.items.filter(({ a }) => a === null);
    expect(unknown).toHaveLength(13);
    expect(unknown.every(({ role, keySource }) => role === 'pretest' && keySource === 'wording')).toBe(true);
    expect(bank.items.filter(({ keySource }) => keySource)).toHaveLength(13);
    expect(unknown.filter(({ key }) => key === '-').map(({ id }) => id)).toEqual(['directN03', 'directN05']);
  });

  it('has an axis of prior SD 1, Teto positive', () => {
    const { weights, sigma, w, axisSd } = bank;
    const variance = weights.reduce(
      (sum, wi, i) => sum + weights.reduce((row, wj, j) => row + wi * wj * (sigma[i]?.[j] ?? Number.NaN), 0),
      0,
    );
    expect(variance).toBeCloseTo(1, 4);
    weights.forEach((weight, i) => {
      expect(weight * axisSd).toBeCloseTo(w[i] ?? Number.NaN, 8);
      expect(weight > 0).toBe(bank.poles[bank.facets[i] ?? ''] === 'teto');
    });
    sigma.forEach((row, i) => {
      row.forEach((r, j) => {
        expect(r).toBe(i === j ? 1 : sigma[j]?.[i]);
      });
    });
  });

  it('stops as docs promise', () => {
    expect(bank.modes).toEqual({
      en: {
        quick: { se: 0.4, min: 12, max: 18 },
        default: { se: 0.35, min: 12, max: 24 },
        precise: { se: 0.3, min: 12, max: 36 },
      },
      ko: {
        quick: { se: 0.45, min: 12, max: 18 },
        default: { se: 0.4, min: 12, max: 24 },
        precise: { se: 0.35, min: 12, max: 36 },
      },
    });
  });
});

describe('toDefinition', () => {
  it('gives the same items and keys in every language, with the slopes of that language', () => {
    const en = toDefinition(bank, 'en');
    const ko = toDefinition(bank, 'ko');
    expect(ko.items.map(({ id, key, facet, b }) => [id, key, facet, b])).toEqual(
      en.items.map(({ id, key, facet, b }) => [id, key, facet, b]),
    );
    expect(en.items[0]).toEqual({ id: 'lead01', facet: 0, key: 1, a: 2.998, b: bank.items[0]?.b });
    expect(ko.items[0]?.a).toBeCloseTo(2.998 * 0.58, 12);
    expect(ko.items.filter(({ pretest }) => !pretest)).toHaveLength(48);
    expect(ko.items.at(-1)).toEqual({ id: 'aestheticN13', facet: 5, key: 1, a: 0, b: [], pretest: true });
  });

  it('uses a language’s own parameters as they are where it has them', () => {
    const own = { a: 1.5, b: [-1, 0, 1, 2], seA: 0.1, seB: [0.1, 0.1, 0.1, 0.1], n: 900, date: '2027-01-01' };
    const local = { ...bank, calibrated: { ko: { lead01: own, aestheticN13: own } } };
    const ko = toDefinition(local, 'ko');
    expect(ko.items[0]).toEqual({ id: 'lead01', facet: 0, key: 1, a: 1.5, b: own.b });
    expect(ko.items.at(-1)).toMatchObject({ a: 1.5, b: own.b, pretest: true });
    expect(ko.items.slice(1, -1)).toEqual(toDefinition(bank, 'ko').items.slice(1, -1));
    expect(toDefinition(local, 'en')).toEqual(toDefinition(bank, 'en'));
  });

  it('refuses an unknown language and an item that contradicts the bank', () => {
    expect(() => toDefinition(bank, 'fr')).toThrow('fr');
    expect(() => toDefinition(bank, 'why')).toThrow('why');
    const [first, ...rest] = bank.items;
    if (!first) throw new Error('empty bank');
    const broken = (change: object) => ({ ...bank, items: [{ ...first, ...change }, ...rest] });
    expect(() => toDefinition(broken({ key: '' }), 'en')).toThrow('lead01');
    expect(() => toDefinition(broken({ facet: 'luck' }), 'en')).toThrow('luck');
    expect(() => toDefinition(broken({ role: 'draft' }), 'en')).toThrow('draft');
    expect(() => toDefinition(broken({ b: [0] }), 'en')).toThrow('thresholds');
  });
});
