import { describe, expect, it } from 'vitest';
import { consistencyOf } from '../psychometrics/careless/rule.ts';
import { tetoEgen } from '../psychometrics/testing.ts';
import bank from './teto-egen/v1/bank.json' with { type: 'json' };
import study from './teto-egen/v1/careless.json' with { type: 'json' };

describe.each(['en', 'ko'] as const)('the rule against careless answers in %s', (language) => {
  const rule = bank.careless[language];

  it('is the one its published table, and the engine’s own tests, were made with', () => {
    expect(study.languages.find((one) => one.language === language)?.rule).toEqual(rule);
    expect(tetoEgen(language).careless).toEqual(rule);
  });

  it('is careful before it refuses, at every length of the test', () => {
    const { min } = bank.modes[language].quick;
    for (let items = min; items <= bank.modes[language].precise.max; items++) {
      const at = ([base = 0, perItem = 0]: readonly number[]) => base + perItem * items;
      for (const sign of ['evidence', 'lz'] as const) {
        expect(at(rule.caution[sign]), `${sign}, ${items} items`).toBeGreaterThan(at(rule.refuse[sign]));
        const between = (at(rule.caution[sign]) + at(rule.refuse[sign])) / 2;
        const fit = { evidence: 9, lz: 3, [sign]: between };
        expect(consistencyOf(fit, items, rule)).toBe('cautious');
      }
    }
  });
});
