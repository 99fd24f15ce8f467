import { expect, it } from 'vitest';
import { createDebounce, type Tap } from './gesture.ts';

const spot = { x: 100, y: 500 };

/** How many of the taps at these times count, all on one control. */
function counted(times: number[], more: Partial<Tap> = {}): number {
  const again = createDebounce();
  return times.filter((at) => !again({ target: 'answer', at, ...more })).length;
}

it('a second tap on the same control within 400 ms counts for nothing', () => {
  for (const gap of [1, 160, 200, 280, 399]) expect(counted([0, gap]), `${gap} ms`).toBe(1);
  for (const gap of [400, 450]) expect(counted([0, gap]), `${gap} ms`).toBe(2);
});

it('however often a finger drums, it is one gesture', () => {
  expect(counted([0, 200, 400, 600, 800])).toBe(1);
  expect(counted([0, 280, 560])).toBe(1);
});

it('an honest quick taker is never slowed, not even on a glass that bounces', () => {
  const every = Array.from({ length: 10 }, (_, n) => n * 450);
  expect(counted(every)).toBe(10);
  expect(counted(every.flatMap((at) => [at, at + 60]))).toBe(10);
});

it('different places may be as fast as they like', () => {
  const again = createDebounce();
  const places = ['a', 'b', 'a', 'b', 'c', 'a'];
  expect(places.filter((target, n) => again({ target, at: n * 50 }))).toEqual([]);
});

it('the same spot is the same place though another control stands there by now', () => {
  const after = (to: Tap['spot']) => {
    const again = createDebounce();
    again({ target: 'the last answer', at: 0, spot });
    return again({ target: 'a word', at: 200, spot: to });
  };
  expect(after({ x: 106, y: 490 })).toBe(true);
  expect(after({ x: 100, y: 560 })).toBe(false);
  // Keys, screen readers and switches touch no glass: there the control alone tells.
  expect(after(undefined)).toBe(false);
});
