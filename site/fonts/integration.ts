import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { facesBeyond, slices } from './dynamic.ts';
import { glyphs, unicodeRange } from './glyphs.ts';

const WEIGHTS = [
  { file: 'Medium', name: 500, range: '100 600' },
  { file: 'ExtraBold', name: 800, range: '700 900' },
];

const site = fileURLToPath(new URL('..', import.meta.url));
const instruments = join(site, '../instruments');
const out = join(site, '.astro/fonts');
const dist = (path: string): string =>
  createRequire(import.meta.url).resolve(`pretendard/dist/web/static/${path}`);

/**
 * Cuts Pretendard into the files the site serves (.astro/fonts): `core-*` with exactly the glyphs of the landing and
 * the test, `rest-*` with what other static pages use besides. For text typed by people there is `beyond.css`: the
 * package's own slices for every glyph that `cuts.json` (core and rest) does not have.
 */
export async function buildFonts(): Promise<void> {
  const { core, rest } = glyphs(site, instruments);
  const stamp = createHash('sha256').update(core).update('|').update(rest).update(sources()).digest('hex');
  const stampFile = join(out, 'stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  mkdirSync(out, { recursive: true });
  const faces: string[] = [];
  for (const { file, name, range } of WEIGHTS) {
    const font = readFileSync(dist(`woff2/Pretendard-${file}.woff2`));
    for (const [set, text] of [
      ['core', core],
      ['rest', rest],
    ] as const) {
      writeFileSync(
        join(out, `${set}-${name}.woff2`),
        await subsetFont(font, text || ' ', { targetFormat: 'woff2' }),
      );
      // `optional`: a font that comes late waits for the next page, so that no line ever moves.
      const only = set === 'core' ? '' : `;unicode-range:${unicodeRange(text || ' ')}`;
      faces.push(
        `@font-face{font-family:Pretendard;font-weight:${range};font-display:optional;src:url(./${set}-${name}.woff2) format("woff2")${only}}`,
      );
    }
  }
  writeFileSync(join(out, 'fonts.css'), `${faces.join('\n')}\n`);
  writeBeyond(core + rest);
  writeFileSync(stampFile, stamp);
}

/** What these files are made by: a change here makes them anew. */
const sources = (): string =>
  ['integration.ts', 'glyphs.ts', 'dynamic.ts']
    .map((name) => readFileSync(join(site, 'fonts', name), 'utf8'))
    .join();

function writeBeyond(cuts: string): void {
  const css = readFileSync(dist('pretendard-dynamic-subset.css'), 'utf8');
  const known = new Set(cuts);
  const faces = WEIGHTS.flatMap(({ file, range }) =>
    facesBeyond(known, slices(css, file), range, (name) =>
      relative(out, dist(`woff2-dynamic-subset/${name}`)),
    ),
  );
  writeFileSync(join(out, 'beyond.css'), `${faces.join('\n')}\n`);
  writeFileSync(join(out, 'cuts.json'), JSON.stringify(cuts));
}

/** Makes the fonts before anything imports them. */
export function fonts(): AstroIntegration {
  return { name: 'fonts', hooks: { 'astro:config:setup': buildFonts } };
}
