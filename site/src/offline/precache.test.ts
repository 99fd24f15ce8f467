import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { serviceWorker } from './precache.ts';

const template = readFileSync(new URL('./sw.js', import.meta.url), 'utf8');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function build(lateChunk = 'late'): string {
  const client = mkdtempSync(join(tmpdir(), 'client-'));
  folders.push(client);
  for (const folder of ['_astro', 'icons', 'en']) mkdirSync(join(client, folder));
  const shell =
    '<link href="/_astro/a.css"><link href="/_astro/core.woff2"><script src="/_astro/main.js"></script>';
  for (const page of ['index', 'test', 'offline', 'en/index', 'en/test', 'en/offline']) {
    writeFileSync(join(client, `${page}.html`), shell);
  }
  writeFileSync(join(client, '_astro/a.css'), 'a{src:url(/_astro/rest.woff2)}');
  writeFileSync(join(client, '_astro/main.js'), 'import"./shared.js";const l=()=>import(`./late.js`)');
  for (const [name, code] of [
    ['shared.js', ''],
    ['late.js', lateChunk],
    ['other.js', ''],
    ['core.woff2', ''],
    ['rest.woff2', ''],
  ]) {
    writeFileSync(join(client, '_astro', name as string), code as string);
  }
  return client;
}

it('keeps every page of the test, and scripts loaded later too, but nothing else', () => {
  const { shells, files } = serviceWorker(build(), template, ['en']);
  expect(shells).toEqual(['/', '/test', '/offline', '/en/', '/en/test', '/en/offline']);
  expect(files).toEqual([
    '/_astro/a.css',
    '/_astro/core.woff2',
    '/_astro/late.js',
    '/_astro/main.js',
    '/_astro/shared.js',
  ]);
});

it('is a new version exactly when something kept changed', () => {
  const version = (client: string) =>
    /VERSION = '(\w+)'/.exec(serviceWorker(client, template, ['en']).code)?.[1];
  expect(version(build())).toBe(version(build()));
  expect(version(build('changed'))).not.toBe(version(build()));
});

it('refuses a build without a page', () => {
  const client = build();
  rmSync(join(client, 'test.html'));
  expect(() => serviceWorker(client, template, ['en'])).toThrow();
});
