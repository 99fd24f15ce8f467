import { expect, test } from 'vitest';
import { shown, slowestOfPlaywright, slowestOfVitest } from './slowest.ts';

test('the ten slowest files of vitest, paths from the root', () => {
  const testResults = Array.from({ length: 12 }, (_, n) => ({
    name: `/repo/a/${n}.test.ts`,
    startTime: 1000,
    endTime: 1000 + n * 500,
  }));
  const slow = slowestOfVitest({ numPassedTests: 1, numFailedTests: 0, testResults }, '/repo');
  expect(slow).toHaveLength(10);
  expect(slow[0]).toEqual({ file: 'a/11.test.ts', seconds: 5.5 });
  expect(shown(slow.slice(0, 1))).toBe('    5.5 s  a/11.test.ts');
});

test('the specs of Playwright, with what is nested and every project', () => {
  const spec = (...durations: number[]) => ({
    tests: durations.map((duration) => ({ results: [{ duration }] })),
  });
  const suites = [
    { file: 'one.spec.ts', specs: [spec(1000, 2000)], suites: [{ file: 'one.spec.ts', specs: [spec(500)] }] },
    { file: 'two.spec.ts', specs: [spec(4000)] },
    { file: 'one.spec.ts', specs: [spec(1000)] },
  ];
  const stats = { expected: 1, unexpected: 0, flaky: 0 };
  expect(slowestOfPlaywright({ stats, suites })).toEqual([
    { file: 'e2e/one.spec.ts', seconds: 4.5 },
    { file: 'e2e/two.spec.ts', seconds: 4 },
  ]);
});
