import type { Score } from '../../contract/score.ts';

export type CardFormat = 'og' | 'story' | 'square';

/** Everything a card shows; texts in the card's language. Nothing is looked up while drawing. */
export interface CardInput {
  format: CardFormat;
  language: 'ko' | 'en';
  /** Type word; for kind 'none' the words that say that there is no type. */
  word: string;
  tagline: string;
  /** Shown above the word when the card's font can draw all of it. */
  nickname: string | null;
  score: Score;
  labels: {
    /** How sure we are, a few words each, stamped beside the word; none without a type. */
    seals: readonly string[];
    teto: string;
    egen: string;
    /** Names of the six facets in the order of `score.facets`. */
    facets: readonly string[];
    /** Name of the site and the address printed under it, without scheme. */
    site: string;
    url: string;
    /** For fun and reflection. */
    footer: string;
  };
}

/** Pixels by format: link preview, Instagram story, feed post. */
export const CARD_SIZES: Record<CardFormat, { width: number; height: number }> = {
  og: { width: 1200, height: 630 },
  story: { width: 1080, height: 1920 },
  square: { width: 1080, height: 1080 },
};
