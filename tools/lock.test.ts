import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { at } from './lib/paths.ts';
import { completed, missingOptionals, type Packages, platformEntry } from './lock.ts';

test('package-lock.json holds the packages of every platform (to fix: npm run lock)', () => {
  const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as { packages: Packages };
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(missingOptionals(packages)).toEqual([]);
});

test('package-lock.json records no download addresses', () => {
  expect(readFileSync(at('package-lock.json'), 'utf8')).not.toContain('"resolved"');
});

test('what is missing is found beside, above, not at all, or in another version', () => {
  const packages: Packages = {
    '': {},
    'node_modules/a': { optionalDependencies: { 'b-linux-x64': '1.0.0', 'b-win32-x64': '1.0.0' }, dev: true },
    'node_modules/b-linux-x64': { version: '1.0.0' },
    'node_modules/c/node_modules/a': { optionalDependencies: { 'd-darwin-arm64': '2.0.0' } },
    'node_modules/c/node_modules/d-darwin-arm64': { version: '2.0.0' },
    'node_modules/e/node_modules/a': { optionalDependencies: { 'b-linux-x64': '3.0.0' } },
  };
  expect(missingOptionals(packages)).toEqual([
    { from: 'node_modules/a', name: 'b-win32-x64', version: '1.0.0' },
    { from: 'node_modules/e/node_modules/a', name: 'b-linux-x64', version: '3.0.0' },
  ]);
  const whole = completed(packages);
  expect(missingOptionals(whole)).toEqual([]);
  expect(whole['node_modules/b-linux-x64']?.version).toBe('1.0.0');
  expect(whole['node_modules/e/node_modules/b-linux-x64']?.version).toBe('3.0.0');
  expect(whole['node_modules/b-win32-x64']).toEqual({
    version: '1.0.0',
    cpu: ['x64'],
    os: ['win32'],
    dev: true,
    optional: true,
  });
});

test('a platform is read from the name', () => {
  const entry = (name: string) => platformEntry({ from: '', name, version: '1.2.3' }, false);
  expect(entry('@x/cli-linux-arm64-musl')).toMatchObject({ os: ['linux'], cpu: ['arm64'], libc: ['musl'] });
  expect(entry('@x/y-linux-arm-gnueabihf')).toMatchObject({ os: ['linux'], cpu: ['arm'] });
  expect(entry('@x/y-wasm32-wasi')).toEqual({ version: '1.2.3', cpu: ['wasm32'], optional: true });
  expect(entry('@x/y-windows-64')).toMatchObject({ os: ['win32'], cpu: ['x64'] });
  expect(() => entry('@x/y-unknown')).toThrow(/cannot be read/);
});
