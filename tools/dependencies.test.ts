import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { at } from './lib/paths.ts';

const document = readFileSync(at('docs', 'dependencies.md'), 'utf8');
const [, product = '', building = ''] = document.split(/^## /m);
const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;
const listed = (section: string): (string | undefined)[] =>
  [...section.matchAll(/^\| `([^`]+)`\s+\| .+ \| .+ \|$/gm)].map((row) => row[1]).sort();

test('docs/dependencies.md names every package of the product, and no other', () => {
  expect(listed(product)).toEqual(Object.keys(manifest.dependencies ?? {}).sort());
});

test('docs/dependencies.md names every package for building and testing, and no other', () => {
  expect(listed(building)).toEqual(Object.keys(manifest.devDependencies ?? {}).sort());
});

test('every version is exact', () => {
  for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(version.replace(/^npm:@?[^@]+@/, '')).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  }
});
