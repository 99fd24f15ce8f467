import type { Refusal } from '../psychometrics/types.ts';

/** The word by display gender; it never depends on a score beyond the type. */
export interface TypeWord {
  male: string;
  female: string;
  none: string;
}

export interface NoTypeCopy {
  word: TypeWord;
  /** one line to share */
  tagline: string;
  summary: string;
}

export interface TypeCopy extends NoTypeCopy {
  /** three each */
  strengths: string[];
  blindSpots: string[];
  inLove: string;
  inTeam: string;
  growth: string;
}

export interface LabelledText {
  label: string;
  text: string;
}

export interface FacetCopy {
  name: string;
  pole: string;
  what: string;
  low: LabelledText;
  middle: LabelledText;
  high: LabelledText;
}

export type TypeKey = 'teto' | 'egen' | 'balanced-teto' | 'balanced-egen';

/** `copy.en.json`, `copy.ko.json`: what a result says. Plain text; `share` has the placeholder `{word}`. */
export interface ResultCopy {
  language: string;
  disclaimer: string;
  types: Record<TypeKey, TypeCopy> & { none: NoTypeCopy };
  refusals: Record<Refusal, { title: string; body: string; action: string }>;
  facets: Record<string, FacetCopy>;
  axis: { name: string; howToRead: string; closeCall: string };
  /** by |A| / SE: `close` < 1 (balanced), `leaning` 1 to 2, `clear` from 2 */
  certainty: Record<'clear' | 'leaning' | 'close', LabelledText>;
  /** where answers fit so loosely that every band is drawn wider; absent from versions made before answers were judged */
  caution?: LabelledText;
  /** `ring`: `type.gender` of a word, each said to be drawn to the next, the last to the first */
  chemistry: { title: string; intro: string; ring: string[]; arrow: string; note: string };
  share: { title: string; text: string };
  /** two short lines a type */
  card: Record<TypeKey | 'none', string[]>;
}
