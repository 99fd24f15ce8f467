import { describe, expect, test } from 'vitest';
import { score } from '../scoring/score.ts';
import { carelessTakers, honest, reader } from '../simulation/careless-takers.ts';
import { takeTest } from '../simulation/study.ts';
import { type Language, tetoEgen, uniforms } from '../testing.ts';
import { consistencyOf, GENERAL_RULE } from './rule.ts';

const PEOPLE = 150;
/** Three standard errors of a share. */
const chance = (share: number) => 3 * Math.sqrt((share * (1 - share)) / PEOPLE);

/** Shares of 2,000 takers (tools/careless.ts): refused, and given a type whose 95 % band is off the middle. */
const RATES: Record<Language, [kind: string, refused: number, sure: number][]> = {
  en: [
    ['random', 0.83, 0.03],
    ['randomMiddling', 0.51, 0.11],
    ['randomExtreme', 0.98, 0.01],
    ['ownDistribution', 0.83, 0.03],
    ['mostlyYes', 0.93, 0.02],
    ['halfRandom', 0.59, 0.09],
  ],
  ko: [
    ['random', 0.69, 0.06],
    ['randomMiddling', 0.53, 0.09],
    ['randomExtreme', 0.92, 0.02],
    ['ownDistribution', 0.77, 0.03],
    ['mostlyYes', 0.86, 0.03],
    ['halfRandom', 0.46, 0.08],
  ],
};

const results = (language: Language, kind: string, taker = carelessTakers[kind]!) => {
  const definition = tetoEgen(language);
  return Array.from({ length: PEOPLE }, (_, n) => {
    const seed = `${language} ${kind} ${n}`;
    return score(
      definition,
      takeTest(definition, 'default', seed, taker(definition, uniforms(`${seed} answers`))).answers,
    );
  });
};
const share = <T>(rows: readonly T[], test: (row: T) => boolean) => rows.filter(test).length / rows.length;

describe('limits', () => {
  const rule = { ...GENERAL_RULE, refuse: { evidence: [-3, 0], lz: [-1, -0.1] } } as const;
  test.each([
    [{ evidence: 0, lz: 0 }, 'fits'],
    [{ evidence: -1.51, lz: 0 }, 'cautious'],
    [{ evidence: 0, lz: -1.51 }, 'cautious'],
    [{ evidence: -3, lz: 0 }, 'cautious'],
    [{ evidence: -3.01, lz: 3 }, 'careless'],
    [{ evidence: 9, lz: -3.01 }, 'careless'],
  ] as const)('%o of 20 items: %s', (fit, expected) => {
    expect(consistencyOf(fit, 20, rule)).toBe(expected);
  });

  test('a limit moves with the number of items', () => {
    expect(consistencyOf({ evidence: 0, lz: -2.5 }, 10, rule)).toBe('careless');
    expect(consistencyOf({ evidence: 0, lz: -2.5 }, 20, rule)).toBe('cautious');
  });
});

describe.each(['en', 'ko'] as const)('%s: answers nobody gave get no type', (language) => {
  test.each(['allButOne', 'allButTwo', 'turns', 'ends', 'rounds', 'blocks'])(
    '%s: none at all, but a stray one',
    (kind) => {
      expect(share(results(language, kind), ({ refusal }) => refusal === null)).toBeLessThan(0.04);
    },
  );

  test.each(RATES[language])(
    '%s: as often refused as stated, rarely one that sounds sure',
    (kind, refused, sure) => {
      const rows = results(language, kind);
      expect(share(rows, ({ refusal }) => refusal !== null)).toBeGreaterThan(refused - chance(refused));
      const found = share(
        rows,
        ({ kind: type, axis }) => type !== 'none' && Math.abs(axis.value) > 1.96 * axis.se,
      );
      expect(found).toBeLessThan(sure + chance(sure));
    },
  );

  test('those who read are refused about as rarely as stated', () => {
    const refused = (kind: string, taker: typeof honest) =>
      share(results(language, kind, taker), ({ refusal }) => refusal !== null);
    expect(refused('honest', honest)).toBeLessThan(0.01 + chance(0.01));
    expect(refused('reader', reader)).toBeLessThan(0.03 + chance(0.03));
  });
});

test('a cautious result has every band wider, the same places, and says so', () => {
  const definition = tetoEgen('en');
  const never = { evidence: [Number.NEGATIVE_INFINITY, 0], lz: [Number.NEGATIVE_INFINITY, 0] } as const;
  const always = { evidence: [Number.POSITIVE_INFINITY, 0], lz: [0, 0] } as const;
  const judged = (caution: typeof never | typeof always) => {
    const careless = { version: 7, refuse: never, caution, widen: 2 };
    const seed = 'wide';
    const { answers } = takeTest(
      definition,
      'default',
      seed,
      honest(definition, uniforms(`${seed} answers`)),
    );
    return score({ ...definition, careless }, answers);
  };
  const [plain, wide] = [judged(never), judged(always)];
  expect(plain.fit).toMatchObject({ rule: 7, cautious: false });
  expect(wide.fit).toEqual({ ...plain.fit, cautious: true });
  const bands = ({ axis, poles, facets }: typeof plain) => [axis, poles.teto, poles.egen, ...facets];
  bands(plain).forEach(({ value, se }, i) => {
    expect(bands(wide)[i]!.value).toBeCloseTo(value, 12);
    expect(bands(wide)[i]!.se).toBeCloseTo(2 * se, 12);
  });
  expect(Math.abs(wide.axis.pTeto - 0.5)).toBeLessThan(Math.abs(plain.axis.pTeto - 0.5));
  expect(wide.acquiescence).toEqual(plain.acquiescence);
});
