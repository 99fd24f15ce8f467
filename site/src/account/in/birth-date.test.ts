import { expect, it } from 'vitest';
import { birthDate } from './birth-date.ts';

const today = new Date('2026-11-22T12:00:00Z');

it('reads a date as people type it', () => {
  for (const text of [
    '20010305',
    '2001-03-05',
    '2001.03.05',
    '2001. 3. 5',
    '2001. 3. 5.',
    '2001/3/5',
    '2001년 3월 5일',
  ])
    expect(birthDate(text, today), text).toBe('2001-03-05');
});

it('refuses what is no day, or not yet', () => {
  for (const text of [
    '',
    '010305',
    '20010230',
    '20011301',
    '20010300',
    '20270101',
    '18991231',
    '2001',
    'abc',
    '200103051',
  ])
    expect(birthDate(text, today), text).toBeNull();
  expect(birthDate('20040229', today)).toBe('2004-02-29');
  expect(birthDate('20030229', today)).toBeNull();
});
