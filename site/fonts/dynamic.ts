import { unicodeRange } from './glyphs.ts';

/** One file of Pretendard's dynamic subset and the code points it is for. */
interface Slice {
  file: string;
  points: number[];
}

const FACE = /@font-face\s*\{[^}]*\}/g;

function pointsOf(range: string): number[] {
  return range.split(',').flatMap((part) => {
    const [from = 0, to = from] = part
      .trim()
      .replace(/^u\+/i, '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

/** The slices of one weight in the package's `pretendard-dynamic-subset.css`. Throws when there is none. */
export function slices(css: string, weight: string): Slice[] {
  const found = [...css.matchAll(FACE)].flatMap(([face]) => {
    const file = new RegExp(`(Pretendard-${weight}\\.subset\\.\\d+\\.woff2)`).exec(face)?.[1];
    const range = /unicode-range:\s*([^;}]+)/.exec(face)?.[1];
    return file && range ? [{ file, points: pointsOf(range) }] : [];
  });
  if (found.length === 0) throw new Error(`the dynamic subset has no ${weight}`);
  return found;
}

/**
 * `@font-face` rules for what our own cut lacks, so that a browser asks for a file only when such a glyph is wanted.
 * @param known every character of the cut @param as the family and the CSS weights @param at a slice's address
 */
export function facesBeyond(
  known: ReadonlySet<string>,
  list: readonly Slice[],
  as: { family: string; range: string },
  at: (file: string) => string,
): string[] {
  return list.flatMap(({ file, points }) => {
    const more = points.map((point) => String.fromCodePoint(point)).filter((c) => !known.has(c));
    if (more.length === 0) return [];
    return `@font-face{font-family:"${as.family}";font-weight:${as.range};font-display:block;src:url(${at(file)}) format("woff2");unicode-range:${unicodeRange(more.join(''))}}`;
  });
}
