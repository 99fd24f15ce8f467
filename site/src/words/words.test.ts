import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import bank from '../../../instruments/teto-egen/v1/bank.json' with { type: 'json' };
import simulated from '../../../instruments/teto-egen/v1/simulated.json' with { type: 'json' };

const languages = ['ko', 'en'];
const read = (language: string, name: string) =>
  readFileSync(new URL(`./${language}/${name}.md`, import.meta.url), 'utf8');
const headings = (text: string) => text.match(/^## /gm)?.length;

describe('words pages', () => {
  it.each(['how', 'privacy', 'terms'])('%s has the same chapters in every language', (name) => {
    const [first, ...others] = languages.map((language) => headings(read(language, name)));
    expect(first).toBeGreaterThan(4);
    for (const other of others) expect(other).toBe(first);
  });

  it.each(languages)('the numbers of how.md (%s) are those of the instrument', (language) => {
    const text = read(language, 'how');
    const scored = bank.items.filter(({ role }) => role === 'scored');
    expect(text).toContain(`${scored.length}`);
    for (const modes of Object.values(bank.modes)) {
      expect(text).toMatch(new RegExp(`${modes.default.min}\\D{1,4}${modes.default.max}`));
      expect(text).toContain(`${modes.quick.min}–${modes.quick.max}`);
      expect(text).toContain(`${modes.precise.min}–${modes.precise.max}`);
    }
    const slopes = Object.values(bank.slopeRatioByLanguage.ko).filter((ratio) => typeof ratio === 'number');
    const percent = slopes.map((ratio) => Math.round(100 * ratio));
    expect(text).toContain(`${Math.min(...percent)}–${Math.max(...percent)}%`);
  });

  it.each(languages)('how.md (%s) opens with what the test is not', (language) => {
    expect(read(language, 'how')).toMatch(/lead: "(재미로 하고|This is for fun)/);
  });
});

it('the table of /how says what the kept simulation found', () => {
  const row = (cells: (string | number)[]) => cells.join(' ');
  const expected = simulated.languages.flatMap(({ modes }) =>
    modes.map(({ meanItems, meanSE, typeAccuracy, clearShare, clearAccuracy }) =>
      row([
        meanItems.toFixed(1),
        meanSE.toFixed(3).slice(1),
        `${(typeAccuracy * 100).toFixed(1)}%`,
        `${(clearShare * 100).toFixed(0)}%`,
        `${(clearAccuracy * 100).toFixed(1)}%`,
      ]),
    ),
  );
  for (const language of languages) {
    const text = read(language, 'how');
    const printed = [...text.matchAll(/^\|[^|\n]+\|([^\n]+)\|$/gm)].map(([, cells = '']) =>
      row(cells.split('|').map((cell) => cell.trim())),
    );
    expect(printed).toEqual(expect.arrayContaining(expected));
  }
});
