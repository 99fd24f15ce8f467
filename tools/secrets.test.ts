import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingVars, parseVars, prepareDevVars, randomKey } from './secrets.ts';

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
