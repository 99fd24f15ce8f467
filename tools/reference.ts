import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { BOOT_SCRIPT } from '../site/src/layouts/theme.ts';
import { at } from './lib/paths.ts';

/** The files of the API reference that the page at /api/v1/docs asks for, from our own address (site/src/reference/). */
export async function addReference(folder: string): Promise<void> {
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  mkdirSync(folder, { recursive: true });
  for (const name of ['swagger-ui-bundle.js', 'LICENSE']) cpSync(join(swagger, name), join(folder, name));
  // Before the first paint; the page's policy takes no inline script.
  writeFileSync(join(folder, 'theme.js'), BOOT_SCRIPT);
  await build({
    entryPoints: ['reference.ts', 'reference.css'].map((name) => at('site', 'src', 'reference', name)),
    outdir: folder,
    entryNames: '[name]',
    assetNames: '[name]',
    loader: { '.woff2': 'file' },
    define: { 'import.meta.env.PROD': 'false' },
    bundle: true,
    minify: true,
    // The site's own build reads @theme; a browser passes it over, and so may this one.
    logOverride: { 'unsupported-css-property': 'silent', 'css-syntax-error': 'silent' },
  });
}
