import { strings } from '../layouts/i18n.ts';

export type ResultStrings = typeof import('../locales/ko/result.json');

/** The page's own words (not the result's: those are the instrument's copy). */
export const resultStrings = (language: string): ResultStrings => strings<ResultStrings>(language, 'result');
