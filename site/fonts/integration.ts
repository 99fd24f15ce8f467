import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { glyphs, unicodeRange } from './glyphs.ts';

const WEIGHTS = [
  { file: 'Medium', name: 500, range: '100 600' },
  { file: 'ExtraBold', name: 800, range: '700 900' },
];

const site = fileURLToPath(new URL('..', import.meta.url));
const instruments = join(site, '../instruments');
const out = join(site, '.astro/fonts');
const source = (file: string): string =>
  createRequire(import.meta.url).resolve(`pretendard/dist/web/static/woff2/Pretendard-${file}.woff2`);

/**
 * Cuts Pretendard into the files the site serves (.astro/fonts): `core-*` with exactly the glyphs of the landing and
 * the test, `rest-*` with what other static pages use besides. Text typed by people is left to styles/anything.css.
 */
export async function buildFonts(): Promise<void> {
  const { core, rest } = glyphs(site, instruments);
  const stamp = createHash('sha256')
    .update(core)
    .update('|')
    .update(rest)
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex');
  const stampFile = join(out, 'stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  mkdirSync(out, { recursive: true });
  const faces: string[] = [];
  for (const { file, name, range } of WEIGHTS) {
    const font = readFileSync(source(file));
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
  writeFileSync(stampFile, stamp);
}

/** Makes the fonts before anything imports them. */
export function fonts(): AstroIntegration {
  return { name: 'fonts', hooks: { 'astro:config:setup': buildFonts } };
}
