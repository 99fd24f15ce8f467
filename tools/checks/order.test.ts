import { expect, test } from 'vitest';
import { runAll } from './order.ts';
import { type Check, one } from './result.ts';

const check = (title: string, good: boolean, needs?: string): Check => ({
  title,
  run: async () => one(good),
  ...(needs && { needs }),
});
const titles = async (...checks: Check[]) => {
  const outcomes = await runAll(checks, ({ run }) => run());
  const of = (wanted: (failed: number | undefined) => boolean) =>
    outcomes.filter(({ result }) => wanted(result?.failed)).map(({ check }) => check.title);
  return { passed: of((n) => n === 0), failed: of((n) => n === 1), skipped: of((n) => n === undefined) };
};

test('a failure hides no check that does not need what failed', async () => {
  expect(await titles(check('format', false), check('types', true), check('tests', false))).toEqual({
    passed: ['types'],
    failed: ['format', 'tests'],
    skipped: [],
  });
});

test('what needs something broken is not run, nor what needs that', async () => {
  const chain = [
    check('build', false),
    check('browser', true, 'build'),
    check('bench', true, 'browser'),
    check('deploy', true),
  ];
  expect(await titles(...chain)).toEqual({
    passed: ['deploy'],
    failed: ['build'],
    skipped: ['browser', 'bench'],
  });
});
