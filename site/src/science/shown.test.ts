import { expect, it } from 'vitest';
import type { ItemParameters, ParameterTable } from '../../../workers/contract/science.ts';
import { bank, type Given, items } from './data.ts';
import { builtIn, shownOf } from './shown.ts';

/** The API's table of version 2, in which `own` items of a language have parameters of their own. */
function table(language: Given, own: Record<string, { a: number; b: number[] }>): ParameterTable {
  const rows = items.map((item, i): ItemParameters => {
    const local = own[item.id];
    return {
      ...{
        item: item.id,
        facet: item.facet,
        key: item.key as '+',
        role: item.role as 'scored',
        flags: item.flags,
      },
      a: local?.a ?? item.a,
      seA: 0.1,
      b: local?.b ?? item.b ?? [],
      seB: [],
      n: '1200',
      source: local ? `own answers, ${language}` : (item.source ?? null),
      date: local ? '2027-01-05' : bank.parametersDate,
      slopeRatio: 1,
      aUsed: local?.a ?? builtIn.definitions[language].items[i]?.a ?? null,
    };
  });
  return { assessment: bank.assessment, version: 2, language, model: 'graded response', items: rows };
}

it('shows the parameters of the version that runs, and counts those from answers given here', () => {
  const own = { lead01: { a: 1.5, b: [-1, 0, 1, 2] } };
  const shown = shownOf({ ko: table('ko', own), en: table('en', {}) });
  expect(shown).toMatchObject({ version: 2, date: '2027-01-05', own: { ko: 1, en: 0 } });
  expect(shown.items.ko.find(({ id }) => id === 'lead01')).toMatchObject({ a: 1.5, b: [-1, 0, 1, 2] });
  expect(shown.items.en.find(({ id }) => id === 'lead01')?.a).toBe(items[0]?.a);
  expect(shown.definitions.ko.items[0]).toMatchObject({ id: 'lead01', a: 1.5, b: [-1, 0, 1, 2] });
  expect(shown.definitions.en).toEqual({ ...builtIn.definitions.en, version: 2 });
  expect(shown.items.ko.filter(({ b }) => b === null)).toHaveLength(
    items.filter(({ b }) => b === null).length,
  );
});
