import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages that work without a network, by their path in the default language. */
const PAGES = ['/', '/test', '/offline'];
const LINKED = /\/?(?:_astro|icons)\/[\w.-]+\.(?:js|css|woff2|svg|png)|\/[\w/-]*manifest\.webmanifest/g;
const IMPORTED = /["'`]\.\/([\w.-]+\.js)["'`]/g;

const fileOf = (client: string, path: string): string => {
  const plain = join(client, path);
  return path.endsWith('/')
    ? join(plain, 'index.html')
    : existsSync(`${plain}.html`)
      ? `${plain}.html`
      : plain;
};

/** Every file a shell needs: what its HTML names and what those scripts import, now or later. */
function filesOf(client: string, shells: string[]): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path) || !existsSync(join(client, path))) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    const code = readFileSync(join(client, path), 'utf8');
    for (const [, name] of code.matchAll(IMPORTED)) visit(`/_astro/${name}`);
    for (const [link] of code.matchAll(LINKED)) visit(`/${link.replace(/^\//, '')}`);
  };
  for (const shell of shells) {
    const html = readFileSync(fileOf(client, shell), 'utf8');
    for (const [link] of html.matchAll(LINKED)) visit(link.startsWith('/') ? link : `/${link}`);
  }
  return [...found].sort();
}

/**
 * The service worker's source for a build in `client`, and what it keeps.
 * @param languages first segments besides the default language's, e.g. ['en']
 * @throws when a shell is missing or a name in the template was not filled
 */
export function serviceWorker(client: string, template: string, languages: string[]) {
  const shells = ['', ...languages.map((language) => `/${language}`)].flatMap((base) =>
    PAGES.map((page) => base + page),
  );
  const files = filesOf(client, shells);
  const print = createHash('sha256').update(template);
  for (const path of [...shells, ...files]) print.update(path).update(readFileSync(fileOf(client, path)));
  const code = template
    .replace('__VERSION__', print.digest('hex').slice(0, 16))
    .replace('__SHELLS__', JSON.stringify(shells))
    .replace('__FILES__', JSON.stringify(files));
  if (/__[A-Z]+__/.test(code)) throw new Error('sw.js: a name is left unfilled');
  return { code, shells, files };
}
