import type ko from '../locales/ko/result.json';

export type ResultStrings = typeof ko;

const files = import.meta.glob<ResultStrings>('../locales/*/result.json', { eager: true, import: 'default' });

/** The page's own words in a language; undefined when the site does not speak it. */
export function resultStrings(language: string): ResultStrings | undefined {
  return files[`../locales/${language}/result.json`];
}
