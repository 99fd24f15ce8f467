import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { serviceWorker } from './precache.ts';

/** Writes `/sw.js` at the end of a build, when the names of all files are known. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const client = fileURLToPath(dir);
        const template = readFileSync(new URL('./sw.js', import.meta.url), 'utf8');
        const languages = readdirSync(client).filter((name) => existsSync(join(client, name, 'test.html')));
        const { code, shells, files } = serviceWorker(client, template, languages);
        writeFileSync(join(client, 'sw.js'), code);
        logger.info(`sw.js keeps ${shells.length} pages and ${files.length} files`);
      },
    },
  };
}
