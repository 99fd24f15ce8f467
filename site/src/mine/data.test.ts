import { expect, it } from 'vitest';
import { day } from './data.ts';

it('writes a day as its reader has it, and nothing for no time at all', () => {
  const local = new Date(2026, 10, 2, 23, 30);
  expect(day(local.toISOString())).toBe('2026-11-02');
  expect(day('')).toBe('');
});
