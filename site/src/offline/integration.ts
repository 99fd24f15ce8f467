import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Last steps of a build: what the entry of Pages imports. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': ({ dir }) => {
        copyFileSync(
          fileURLToPath(new URL('../../worker/headers.js', import.meta.url)),
          fileURLToPath(new URL('../server/headers.js', dir)),
        );
      },
    },
  };
}
