import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingVars, parseVars, prepareDevVars, randomKey, secrets } from './secrets.ts';

const wanted = [
  { name: 'ONE_KEY', purpose: 'test', make: randomKey },
  { name: 'TWO_KEY', purpose: 'test', make: randomKey },
  { name: 'ISSUED_ELSEWHERE', purpose: 'test' },
];

test('only secrets without a value are made, and only those we can make', () => {
  const lines = missingVars('# mine\nONE_KEY = "kept"\nTWO_KEY=\n', wanted);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^TWO_KEY=[\w-]{43}$/);
});

test('a local stand-in is written only where neither half of a pair is named', () => {
  const pair = [
    { name: 'X_ID', purpose: 'test', local: { value: 'local-x', half: 'X_SECRET' } },
    { name: 'X_SECRET', purpose: 'test', local: { value: 'local-y', half: 'X_ID' } },
  ];
  expect(missingVars('', pair)).toEqual(['X_ID=local-x', 'X_SECRET=local-y']);
  expect(missingVars('X_ID=real', pair)).toEqual([]);
  expect(missingVars('X_SECRET=', pair)).toEqual([]);
});

test('every provider has a local stand-in and none that a deployment would make up', () => {
  const keys = secrets.filter(({ name }) => /_CLIENT_(ID|SECRET)$/.test(name));
  expect(keys).toHaveLength(8);
  for (const { make, local } of keys) {
    expect(make).toBeUndefined();
    expect(local?.value).toMatch(/^local-/);
  }
});

test('values are read with and without quotes', () => {
  expect(Object.fromEntries(parseVars('A_1="x y"\n B=z=1 \n#C=no\n'))).toEqual({ A_1: 'x y', B: 'z=1' });
});

test('an existing file keeps its lines; a new one is for its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vars-'));
  try {
    const path = join(folder, '.dev.vars');
    prepareDevVars(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(path, 'MINE=1');
    prepareDevVars(path);
    expect(readFileSync(path, 'utf8').startsWith('MINE=1')).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
