import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXTUAL = /\.(json|md|mdx|astro|ts|tsx)$/;
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return TEXTUAL.test(entry.name) && !entry.name.includes('.test.') ? [path] : [];
  });
}

function characters(texts: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const text of texts)
    for (const character of text.normalize('NFC')) if (character > ' ') found.add(character);
  return found;
}

const read = (path: string): string => readFileSync(path, 'utf8');

/** What the main way shows, from the landing to the result: its strings, the items, the words of the types. */
function coreTexts(site: string, instruments: string): string[] {
  const strings = filesBelow(join(site, 'src/locales')).filter((path) =>
    /(common|errors|landing|result|test)\.json$/.test(path),
  );
  const markup = ['components', 'result'].flatMap((folder) => filesBelow(join(site, 'src', folder)));
  const bundles = filesBelow(instruments).filter((path) => path.endsWith('.json'));
  return [
    ...[...strings, ...markup, ...bundles.filter((path) => /copy\.\w+\.json$/.test(path))].map(read),
    ...bundles.map((path) => {
      const { items, categories } = JSON.parse(read(path)) as { items?: object; categories?: unknown };
      const texts = Object.values(items ?? {}).map((item: { text?: string }) => item.text);
      return JSON.stringify([texts, categories]);
    }),
  ];
}

/**
 * The characters of the two cuts. A page takes one of them whole: were its letters spread over two files, one could
 * come too late, and single syllables would stand in another typeface inside words.
 */
export function glyphs(site: string, instruments: string): { core: string; all: string } {
  const core = characters([ASCII, ...coreTexts(site, instruments)]);
  const pages = characters([...filesBelow(join(site, 'src')), ...filesBelow(instruments)].map(read));
  // The space is a glyph too: without it every gap between words would be another font's.
  const text = (set: Iterable<string>): string => ` ${[...set].sort().join('')}`;
  return { core: text(core), all: text(new Set([...core, ...pages])) };
}

/** CSS `unicode-range` of a set of characters, neighbours joined. */
export function unicodeRange(text: string): string {
  const points = [...new Set(text)]
    .map((character) => character.codePointAt(0) as number)
    .sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([a, b]) => `U+${a.toString(16)}${a === b ? '' : `-${b.toString(16)}`}`).join(',');
}
