import type { ResultStrings } from './words.ts';

/** What Result.astro leaves in the page for its scripts. */
export interface ResultData {
  slug: string | null;
  /** Only where the owner's key opened the page. */
  id?: string;
  language: string;
  /** Address to share; null while private. */
  url: string | null;
  title: string;
  text: string;
  word: string;
  tagline: string;
  kakaoKey?: string;
  share: ResultStrings['share'];
  owner: Pick<ResultStrings['owner'], 'working' | 'errors'>;
  /** Start of a shared result's path in this language. */
  here: string;
}

export function readData(): ResultData | null {
  const block = document.getElementById('result-data');
  return block ? (JSON.parse(block.textContent ?? '') as ResultData) : null;
}
