import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { glyphs, unicodeRange } from './glyphs.ts';

const site = join(import.meta.dirname, '..');

it('cuts what the way to the result shows into core, the space too, and every page into all; nothing twice', () => {
  const { core, all } = glyphs(site, join(site, '../instruments'));
  const copy = readFileSync(join(site, '../instruments/teto-egen/v1/copy.ko.json'), 'utf8');
  for (const character of ` Aa1테토에겐${copy.replace(/\s/g, '')}`)
    expect(core, character).toContain(character);
  for (const set of [core, all]) expect(new Set(set).size).toBe([...set].length);
  expect([...core].filter((character) => !all.includes(character))).toEqual([]);
  expect([...all].length - [...core].length).toBeGreaterThan(100);
});

it('joins neighbours into ranges', () => {
  expect(unicodeRange('cabz')).toBe('U+61-63,U+7a');
});
