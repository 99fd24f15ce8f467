import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIST, mostUsed } from './common-passwords.ts';

test('the list of the Worker is that of the package, 3,000 long', () => {
  const list = readFileSync(LIST, 'utf8');
  expect(list).toBe(mostUsed());
  expect(list.trim().split('\n')).toHaveLength(3000);
});
