import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installed } from './bootstrap.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'install-'));
  mkdirSync(join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function given(wanted: object, present?: object): boolean {
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ packages: { '': { version: '1.0.0' }, ...wanted } }),
  );
  if (present)
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }));
  return installed(folder);
}

test('a machine without an install needs one', () => {
  expect(given({ 'node_modules/hono': { version: '4.0.0' } })).toBe(false);
});

test('an install that agrees with the lock file is kept', () => {
  expect(
    given({ 'node_modules/hono': { version: '4.0.0' } }, { 'node_modules/hono': { version: '4.0.0' } }),
  ).toBe(true);
});

test('a changed or missing package asks for an install', () => {
  expect(
    given({ 'node_modules/hono': { version: '4.0.1' } }, { 'node_modules/hono': { version: '4.0.0' } }),
  ).toBe(false);
  expect(
    given({ 'node_modules/zod': { version: '4.0.0' } }, { 'node_modules/hono': { version: '4.0.0' } }),
  ).toBe(false);
});

test('binaries of other platforms are not missed', () => {
  expect(given({ 'node_modules/@esbuild/sunos-x64': { version: '1.0.0', optional: true } }, {})).toBe(true);
});
