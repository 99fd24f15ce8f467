/** One item in one language. `a`, `b` describe categories already reverse-coded for `key` −1. */
export interface Item {
  id: string;
  /** index into `Definition.facets` */
  facet: number;
  key: 1 | -1;
  a: number;
  b: readonly number[];
  /** served but never scored; `b` may be empty */
  pretest?: boolean;
}

/** Stop when the axis' SE is at most `se`, within `min`–`max` scored items. */
export interface StopRule {
  se: number;
  min: number;
  max: number;
}

export type Mode = 'quick' | 'default' | 'precise';

/** The statistical model alone: prior N(0, sigma) and the loading of the response-style dimension (0 = none). */
export interface Model {
  sigma: readonly (readonly number[])[];
  acquiescence: number;
}

/** A limit as a line in the number of scored items: [at none, per item]. */
export type Line = readonly number[];

/** Answers below either limit are beyond it. */
export interface Limits {
  evidence: Line;
  lz: Line;
}

/** From where on answers get no type, and from where on a careful one. `version` is stored with every result. */
export interface CarelessRule {
  version: number;
  refuse: Limits;
  caution: Limits;
  /** standard errors are this many times as wide between the two limits */
  widen: number;
}

/** One language of one version of an instrument, ready for the engine. Treated as immutable. */
export interface Definition extends Model {
  assessment: string;
  version: number;
  language: string;
  facets: readonly string[];
  /** scaled so that the axis has prior SD 1; positive = Teto */
  weights: readonly number[];
  categories: number;
  modes: Record<Mode, StopRule>;
  items: readonly Item[];
  /** without it: the general rule of careless/rule.ts */
  careless?: CarelessRule;
}

/** `category` is the raw 0-based tap, before reverse-coding; `ms` the time on the question. */
export interface Answer {
  item: string;
  category: number;
  ms: number;
}

export interface Estimate {
  value: number;
  se: number;
}

export type Refusal = 'acquiescence' | 'straight_line' | 'too_fast' | 'careless';

/** What came of judging how a test was answered, in one word. */
export type Verdict = 'fits' | 'cautious' | Refusal;

export interface PersonFit {
  /** log evidence ratio: reading against answering without it; below 0 the latter explains the answers better */
  evidence: number;
  /** standardised log-likelihood at the mode (Drasgow, Levine & Williams 1985); low = unlikely answers */
  lz: number;
}

/** Person fit, and the version of the rule that judged it. */
export interface Fit extends PersonFit {
  rule: number;
  /** a type is given with care: every standard error but acquiescence's is already the wider one */
  cautious: boolean;
}

/** All values in prior standard deviations. `kind` 'none' without a refusal means that no scored item was answered. */
export interface Score {
  kind: 'teto' | 'egen' | 'balanced' | 'none';
  leaning: 'teto' | 'egen' | null;
  refusal: Refusal | null;
  axis: Estimate & { pTeto: number };
  poles: { teto: Estimate; egen: Estimate };
  facets: (Estimate & { id: string })[];
  acquiescence: Estimate;
  fit: Fit;
  /** scored items used */
  items: number;
}

export interface Progress {
  /** id of the item to ask now; null once finished */
  next: string | null;
  finished: boolean;
  /** 'se': sure enough. 'max': the longest test, or no item left that may be asked */
  stop: 'se' | 'max' | null;
  axis: Estimate;
  /** items answered, the pretest item included */
  answered: number;
  /** 0..1, see `certainty` in stop.ts */
  certainty: number;
}

/** What a replay needs. `seed` is the session's, a hex string; `answers` in the order served. */
export interface Session {
  seed: string;
  mode: Mode;
  answers: readonly Answer[];
}
