import { expect, test } from 'vitest';
import { budgets, judge, shown, travelling } from './budgets.ts';

const page = { name: 'landing', path: '/', script: 1024, requests: 3, shift: 0 };

test('each budget is judged by itself, and only those a page has', () => {
  const verdicts = judge(page, { script: 1025, requests: 3, total: 9e9, shift: 0.2 });
  expect(verdicts.map(({ measure, kept }) => [measure, kept])).toEqual([
    ['script', false],
    ['requests', true],
    ['shift', false],
  ]);
});

test('what does not shrink counts as it is', () => {
  expect(travelling(new Uint8Array(10_000))).toBeLessThan(100);
  expect(travelling(crypto.getRandomValues(new Uint8Array(1000)))).toBe(1000);
});

test('the budgets of the product hold for both languages', () => {
  for (const kind of ['landing', 'test', 'result', 'sign in', 'sign up']) {
    const [ko, en] = budgets.filter(({ name }) => name.startsWith(kind));
    expect({ ...ko, name: '', path: '' }).toEqual({ ...en, name: '', path: '' });
    expect(ko?.script).toBeLessThanOrEqual(25 * 1024);
  }
});

test('figures are shown with their unit', () => {
  expect([shown('script', 2560), shown('requests', 7), shown('shift', 0.01234)]).toEqual([
    '2.5 KB',
    '7',
    '0.012',
  ]);
});
