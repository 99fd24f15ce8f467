import type { Definition } from '../../../psychometrics/types.ts';

/** What Stage.astro puts beside the first question, so that no later question needs a request. */
export interface PageData {
  definition: Definition;
  /** Item id → its text. */
  items: Record<string, string>;
  /** Type → the word by display gender, and the line to share. */
  types: Record<string, { word: Record<'male' | 'female' | 'none', string>; tagline: string }>;
  refusals: Record<string, { title: string; body: string }>;
  /** Said of a type whose bands are drawn wider. */
  caution: { text: string };
  /** The strings of locales/<language>/test.json. */
  text: typeof import('../locales/ko/test.json');
  /** Fewest and most questions of each mode, the pretest question included. */
  range: Record<string, { min: number; max: number }>;
  paths: { test: string; result: string };
}

export function readPageData(): PageData {
  return JSON.parse(document.getElementById('bundle')?.textContent ?? '') as PageData;
}

export const put = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
