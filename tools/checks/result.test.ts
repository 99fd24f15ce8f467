import { expect, test } from 'vitest';
import { honest, one, sum } from './result.ts';
import { summaryOf } from './runners.ts';

test('counts add up over runners and plain checks', () => {
  expect(sum([one(true), one(false), { passed: 40, failed: 2 }])).toEqual({ passed: 41, failed: 3 });
});

test('a runner that breaks without a report counts as failed', () => {
  expect(honest({ passed: 0, failed: 0 }, 1)).toEqual({ passed: 0, failed: 1 });
  expect(honest({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
  expect(honest({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
});

test("a runner's summary is found in its output, colours taken off", () => {
  const output = 'noise\n\u001b[2m Test Files \u001b[22m 2 passed\n      Tests  9 passed\nclosing slowly\n';
  expect(summaryOf(output, /^\s*(Test Files|Tests) {2}/)).toBe(
    ' Test Files  2 passed\n      Tests  9 passed',
  );
  expect(summaryOf('it broke\n', /^\s*Tests {2}/)).toBe('it broke');
});
