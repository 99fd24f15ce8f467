import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { facesBeyond, slices } from './dynamic.ts';

const css = readFileSync(
  createRequire(import.meta.url).resolve('pretendard/dist/web/static/pretendard-dynamic-subset.css'),
  'utf8',
);
const all = slices(css, 'Medium');
const as = { family: 'Letters', range: '100 600' };
const every = new Set(all.flatMap(({ points }) => points));

describe('the rest of Pretendard', () => {
  it('has every syllable of Hangul', () => {
    for (let point = 0xac00; point <= 0xd7a3; point++) expect(every.has(point)).toBe(true);
  });

  it('leaves out what our own cuts have, and nothing else', () => {
    const known = new Set([...'가나다 abc']);
    const faces = facesBeyond(known, all, as, (file) => `./x/${file}`);
    const offered = slices(faces.join('\n'), 'Medium').flatMap(({ points }) => points);
    const kept = [...known].map((character) => character.codePointAt(0) as number);
    expect(offered.filter((point) => kept.includes(point))).toEqual([]);
    expect(new Set(offered).size).toBe(every.size - kept.filter((point) => every.has(point)).length);
    expect(faces[0]).toContain('src:url(./x/Pretendard-Medium.subset.');
  });

  it('has no file for a slice of which nothing is left', () => {
    const [first] = all;
    const known = new Set(first?.points.map((point) => String.fromCodePoint(point)));
    expect(facesBeyond(known, all.slice(0, 1), as, String)).toEqual([]);
  });

  it('says so when the package has changed', () => {
    expect(() => slices(css, 'Mediocre')).toThrow('no Mediocre');
  });
});
