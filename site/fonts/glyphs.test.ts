import { join } from 'node:path';
import { expect, it } from 'vitest';
import { glyphs, unicodeRange } from './glyphs.ts';

const site = join(import.meta.dirname, '..');

it('cuts what the landing and the test show into core, the space too, and nothing twice', () => {
  const { core, rest } = glyphs(site, join(site, '../instruments'));
  for (const character of ' Aa1테토에겐') expect(core, character).toContain(character);
  expect(new Set(core + rest).size).toBe([...core, ...rest].length);
  expect(rest.length).toBeGreaterThan(100);
});

it('joins neighbours into ranges', () => {
  expect(unicodeRange('cabz')).toBe('U+61-63,U+7a');
});
