import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, absolute. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything a command makes on this machine: state, built site, stamps. Never committed. */
export const local = join(root, '.local');

/** The state of the local platform (D1, KV, R2, objects, queues) that `npm start` keeps between runs. */
export const state = join(local, 'state');

/** The assembled Pages output; also named in site/wrangler.toml. */
export const pages = join(local, 'pages');

/** An absolute path from one relative to the root. */
export const at = (...parts: string[]): string => join(root, ...parts);
