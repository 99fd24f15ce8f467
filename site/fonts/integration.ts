import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { facesBeyond, slices } from './dynamic.ts';
import { glyphs } from './glyphs.ts';

/** The slices of the dynamic subset come a weight a file; our cuts have every weight in one. */
const WEIGHTS = [
  { file: 'Medium', range: '100 600' },
  { file: 'ExtraBold', range: '700 900' },
];

/** The families of the two cuts, by the page's `data-glyphs`; a page uses one of them, never both. */
const FAMILIES = { core: 'Pretendard', all: 'Pretendard All' };
/** The core cut and the slices, for a page with a name in rare letters. */
const LETTERS = 'Pretendard Letters';

const site = fileURLToPath(new URL('..', import.meta.url));
const instruments = join(site, '../instruments');
const out = join(site, '.astro/fonts');
const dist = (path: string): string => createRequire(import.meta.url).resolve(`pretendard/dist/web/${path}`);

/**
 * Cuts Pretendard into the files the site serves (.astro/fonts): `core` with the glyphs of the way from the landing to
 * the result, `all` with those of every static page. Each is one file with all weights, so that it comes whole or not
 * at all. For text typed by people there is `beyond.css`: the package's own slices for what `core` lacks.
 */
export async function buildFonts(): Promise<void> {
  const cuts = glyphs(site, instruments);
  const stamp = createHash('sha256').update(JSON.stringify(cuts)).update(sources()).digest('hex');
  const stampFile = join(out, 'stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const font = readFileSync(dist('variable/woff2/PretendardVariable.woff2'));
  for (const name of ['core', 'all'] as const) {
    const cut = await subsetFont(font, cuts[name], {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 500, max: 800, default: 500 } },
      // What the pages use. The others would bring a third again in alternates nobody sees.
      keepFeatures: ['kern', 'tnum', 'ccmp'],
    });
    writeFileSync(join(out, `${name}.woff2`), cut);
  }
  writeFileSync(join(out, 'fonts.css'), css);
  writeFileSync(join(out, 'beyond.css'), beyondCss(cuts.core));
  writeFileSync(join(out, 'cuts.json'), JSON.stringify(cuts.core));
  writeFileSync(stampFile, stamp);
}

const cutFace = (family: string, file: string, display: string): string =>
  `@font-face{font-family:"${family}";font-weight:100 900;font-display:${display};src:url(./${file}.woff2) format("woff2")}`;

// `optional`: a font that comes late waits for the next page, so that no line ever moves.
const css = `${cutFace(FAMILIES.core, 'core', 'optional')}
${cutFace(FAMILIES.all, 'all', 'optional')}
:root{--typeface:"${FAMILIES.core}"}
[data-glyphs=all]{--typeface:"${FAMILIES.all}"}
[data-glyphs=device]{--typeface:-apple-system}
`;

/** What these files are made by: a change here makes them anew. */
const sources = (): string =>
  ['integration.ts', 'glyphs.ts', 'dynamic.ts']
    .map((name) => readFileSync(join(site, 'fonts', name), 'utf8'))
    .join();

/** For src/layouts/letters.ts, which chooses `letters` only when every file of it is there. */
function beyondCss(core: string): string {
  const subset = readFileSync(dist('static/pretendard-dynamic-subset.css'), 'utf8');
  const faces = WEIGHTS.flatMap(({ file, range }) =>
    facesBeyond(new Set(core), slices(subset, file), { family: LETTERS, range }, (name) =>
      relative(out, dist(`static/woff2-dynamic-subset/${name}`)),
    ),
  );
  return `${[cutFace(LETTERS, 'core', 'block'), ...faces].join('\n')}
[data-glyphs=letters]{--typeface:"${LETTERS}"}
[data-glyphs=awaited] body{visibility:hidden}
`;
}

/** Makes the fonts before anything imports them. */
export function fonts(): AstroIntegration {
  return { name: 'fonts', hooks: { 'astro:config:setup': buildFonts } };
}
