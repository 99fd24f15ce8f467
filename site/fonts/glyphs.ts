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

/** Everything shown by the landing and the test: their strings, the items, the words of the types. */
function coreTexts(site: string, instruments: string): string[] {
  const own = filesBelow(join(site, 'src/locales')).filter((path) =>
    /(common|landing|test)\.json$/.test(path),
  );
  const bundles = filesBelow(instruments).filter((path) => path.endsWith('.json'));
  const shown = bundles.flatMap((path) => {
    const bundle = JSON.parse(read(path)) as {
      items?: Record<string, { text?: string }>;
      categories?: unknown;
      lead?: string;
      types?: Record<string, { word?: Record<string, string>; tagline?: string }>;
      refusals?: unknown;
    };
    const items =
      bundle.items && !Array.isArray(bundle.items)
        ? Object.values(bundle.items).map((item) => item.text ?? '')
        : [];
    const types = Object.values(bundle.types ?? {}).flatMap((type) => [
      ...Object.values(type.word ?? {}),
      type.tagline ?? '',
    ]);
    return [...items, ...types, JSON.stringify([bundle.categories, bundle.lead, bundle.refusals])];
  });
  return [...own.map(read), ...shown];
}

/** The characters of the core files and those that only other pages use. */
export function glyphs(site: string, instruments: string): { core: string; rest: string } {
  const core = characters([ASCII, ...coreTexts(site, instruments)]);
  const all = characters([...filesBelow(join(site, 'src')), ...filesBelow(instruments)].map(read));
  const rest = [...all].filter((character) => !core.has(character) && character > '~');
  // The space is a glyph too: without it every gap between words would be another font's.
  return { core: ` ${[...core].sort().join('')}`, rest: rest.sort().join('') };
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
