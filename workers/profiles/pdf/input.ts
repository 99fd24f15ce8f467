import type { Percentiles, Score } from '../../contract/score.ts';

export interface PdfFacet {
  name: string;
  /** One sentence: what it measures. */
  what: string;
  /** What the score says: a short label and two sentences. */
  label: string;
  text: string;
}

/** Everything a printed result says, in one language. Plain text throughout: all of it is escaped when drawn. */
export interface PdfInput {
  language: 'ko' | 'en';
  /** Name of the site and where the result or the test is found. */
  site: string;
  url: string;
  /** Unix milliseconds of the completion. */
  createdAt: number;
  /** Version of the instrument. */
  version: number;
  nickname: string | null;
  word: string;
  tagline: string;
  summary: string;
  score: Score;
  percentiles: Percentiles;
  /** Names of the poles without gender. */
  poles: { teto: string; egen: string };
  /** In the order of `score.facets`. */
  facets: readonly PdfFacet[];
  axis: { name: string; howToRead: string };
  /** How sure we are: a seal beside the word and a sentence each; none without a type. */
  certainty: readonly { label: string; text: string }[];
  /** The percentile rests on a modelled reference group or borrowed parameters. */
  provisional: boolean;
  /** Shown beside the band of a balanced result. */
  closeCall: string;
  /** Null when no type is given. */
  portrait: {
    strengths: readonly string[];
    blindSpots: readonly string[];
    inLove: string;
    inTeam: string;
    growth: string;
  } | null;
  /** Why no type is given; null otherwise. */
  refusal: { title: string; body: string } | null;
  disclaimer: string;
}
