import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { palette } from '../../../emblem/index.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const light = css.slice(css.indexOf(':root {'), css.indexOf('@media'));
const token = (name: string): string | undefined => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(light)?.[1];

it('the poles have the colours of the emblem', () => {
  for (const pole of ['teto', 'egen'] as const) {
    expect(token(pole)).toBe(palette[pole].base);
    expect(token(`${pole}-ink`)).toBe(palette[pole].deep);
    expect(token(`${pole}-pale`)).toBe(palette[pole].pale);
    expect(token(`${pole}-bright`)).toBe(palette[pole].bright);
  }
});

it('the dark theme of the system and the chosen one are the same', () => {
  const blocks = css
    .split('color-scheme: dark;')
    .slice(1)
    .map((block) => block.slice(0, block.indexOf('}')).replace(/\s+/g, ' ').trim());
  expect(blocks).toHaveLength(2);
  expect(blocks[0]).toBe(blocks[1]);
});
