import { expect, it } from 'vitest';
import type { Science } from '../../../workers/contract/science.ts';
import { fetchParameters, fetchScience, parametersPath } from './api.ts';

const origin = 'https://site.example';
const collecting: Science = {
  assessment: 'teto-egen',
  language: 'ko',
  version: 1,
  status: 'collecting',
  completions: 12,
  needed: 1000,
  lengths: [],
  fit: null,
  types: [],
  report: null,
};

it('asks in the language and takes what comes', async () => {
  const asked: string[] = [];
  const api = {
    async fetch(url: string) {
      asked.push(url);
      return Response.json(collecting);
    },
  };
  expect(await fetchScience({ api, origin }, 'teto-egen', 'ko')).toEqual(collecting);
  expect(asked).toEqual([`${origin}/api/v1/assessments/teto-egen/science?language=ko`]);
});

it('goes without when the API fails or does not answer', async () => {
  const failing = { fetch: async () => Response.json({}, { status: 503 }) };
  const broken = { fetch: () => Promise.reject(new Error('down')) };
  for (const api of [failing, broken]) {
    expect(await fetchScience({ api, origin }, 'teto-egen', 'ko')).toBeNull();
    expect(await fetchParameters({ api, origin }, 'teto-egen', 2, 'ko')).toBeNull();
  }
});

it('names a download by version, language and format', () => {
  expect(parametersPath('teto-egen', 1, 'en', 'csv')).toBe(
    '/api/v1/assessments/teto-egen/parameters?language=en&version=1&format=csv',
  );
});
