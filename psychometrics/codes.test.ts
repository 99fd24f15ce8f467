import { expect, test } from 'vitest';
import { refuseMissingCodes, usedCodes } from './codes.ts';
import { difAnalysis } from './dif/dif.ts';
import { scale, simulateGroups } from './dif/testing.ts';
import { reliability } from './reliability/reliability.ts';

const { responses, group, thetas } = simulateGroups(scale(4, 'codes'), 100, 'codes');
const withCode = (code: number) =>
  responses.map((row, p) => row.map((k, i) => (p === 7 && i === 2 ? code : k)));

test.each([8, 9, 77, 88, 98, 99, 777, 888, 998, 999])('a %i among 0 … 4 is no category', (code) => {
  const what = `responses[7][2]: ${code}`;
  expect(() => reliability(withCode(code))).toThrow(what);
  expect(() => difAnalysis(withCode(code), group)).toThrow(what);
  expect(() => difAnalysis(withCode(code), group, { matching: thetas })).toThrow(what);
});

test.each([
  [
    'a scale of ten',
    [
      [0, 5],
      [9, 7],
      [4, 6],
    ],
  ],
  [
    'a scale of seven with a gap, from 1',
    [
      [1, 7],
      [2, 6],
      [4, 3],
    ],
  ],
  [
    'a slider',
    [
      [0, 99],
      [50, 30],
      [70, 98],
    ],
  ],
  [
    'right or wrong in hundreds',
    [
      [0, 100],
      [100, 100],
      [100, 0],
    ],
  ],
  [
    'a category nobody used',
    [
      [0, 3],
      [1, 4],
      [0, 4],
    ],
  ],
  [
    'gaps of answers',
    [
      [0, null],
      [1, 1],
      [null, null],
    ],
  ],
])('%s is let pass', (_, rows) => {
  expect(() => refuseMissingCodes(rows)).not.toThrow();
});

test('two codes for it at once, and one in every item, are seen', () => {
  expect(() =>
    refuseMissingCodes([
      [0, 98],
      [99, 4],
      [1, 2],
    ]),
  ).toThrow('responses[0][1]: 98');
  expect(() =>
    refuseMissingCodes([
      [9, 0],
      [0, 9],
      [1, 1],
    ]),
  ).toThrow('responses[0][0]: 9');
});

test.each([99, 999, -99, -9, 777])('a matching score of %i beside scores of θ is none', (code) => {
  const matching = thetas.map((theta, p) => (p === 3 ? code : theta));
  expect(() => difAnalysis(responses, group, { matching })).toThrow(`matching[3]: ${code}`);
});

test('a missing matching score leaves its person out', () => {
  const matching = thetas.map((theta, p) => (p < 10 ? null : theta));
  const found = difAnalysis(responses, group, { matching }).items[0]!;
  const without = difAnalysis(responses.slice(10), group.slice(10), { matching: thetas.slice(10) }).items[0]!;
  expect(found).toEqual(without);
});

test('used codes, by item', () => {
  expect(
    usedCodes([
      [3, null],
      [0, null],
      [3, 1],
    ]),
  ).toEqual([[0, 3], [1]]);
});
