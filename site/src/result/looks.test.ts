import { expect, it } from 'vitest';
import { looksOf, nextLook } from './looks.ts';

const at = (query: string) => looksOf(new URL(`https://site.example/r/x${query}`));

it('looks again ever more seldom, for some minutes, and then no more', () => {
  const waits: number[] = [];
  for (let wait = nextLook(0); wait !== null; wait = nextLook(waits.length)) waits.push(wait);
  expect(waits.slice(0, 3)).toEqual([2, 3, 4]);
  expect(Math.max(...waits)).toBe(15);
  const minutes = waits.reduce((sum, wait) => sum + wait) / 60;
  expect(minutes).toBeGreaterThan(3);
  expect(minutes).toBeLessThan(5);
});

it('takes the number of looks from the address and nothing that is none', () => {
  expect(at('')).toBe(0);
  expect(at('?look=3')).toBe(3);
  for (const odd of ['-1', '1.5', 'x', 'Infinity', '']) expect(at(`?look=${odd}`), odd).toBe(0);
  expect(nextLook(at('?look=1e9'))).toBeNull();
});
