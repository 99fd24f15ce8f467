import { certaintyOf } from '../../../instruments/certainty.ts';
import type { LabelledText } from '../../../instruments/copy.ts';
import {
  isProvisional,
  ofHundred,
  type Standing,
  standing,
} from '../../../psychometrics/percentiles/standing.ts';
import { axisCertainty, facetLevel, type Level, straddles } from '../../../psychometrics/scoring/levels.ts';
import type { Estimate } from '../../../psychometrics/types.ts';
import type { PublicProfile } from '../../../workers/contract/profiles.ts';
import { calibrated, type FacetId, type ResultCopy, type TypeKey } from './copy.ts';

export interface FacetView {
  id: FacetId;
  name: string;
  pole: string;
  what: string;
  level: Level;
  label: string;
  text: string;
  tips: 'low' | 'high' | null;
  estimate: Estimate;
}

/** Everything the page says of a result that has a type. */
export interface TypeView {
  type: TypeKey;
  side: 'teto' | 'egen';
  copy: ResultCopy['types']['teto'];
  /** How sure we are: a chip and a sentence each, the most important first. */
  certainty: LabelledText[];
  /** Even the 95 % band is off the middle, and the answers hang together: more questions would settle nothing. */
  clear: boolean;
  close: boolean;
  /** Chance of standing on `side`, percent 1–99; `capped` where it would be more. */
  chance: number;
  capped: boolean;
  standing: Standing;
  /** The numbers rest on a modelled reference group or borrowed parameters. */
  provisional: boolean;
  facets: FacetView[];
}

/** What the page shows of a profile in one language. `typed` is null when the answers could not tell. */
export interface ResultView {
  word: string;
  tagline: string;
  nickname: string | null;
  refusal: ResultCopy['refusals']['too_fast'] | null;
  typed: TypeView | null;
}

type Shown = Pick<
  PublicProfile,
  'score' | 'percentiles' | 'nickname' | 'displayGender' | 'version' | 'language'
>;

function facetView(estimate: PublicProfile['score']['facets'][number], copy: ResultCopy): FacetView[] {
  const words = copy.facets[estimate.id as FacetId];
  if (!words) return [];
  const level = facetLevel(estimate);
  const { name, pole, what } = words;
  return [
    {
      id: estimate.id as FacetId,
      name,
      pole,
      what,
      level,
      ...words[level],
      tips: straddles(estimate),
      estimate,
    },
  ];
}

function typeView(profile: Shown, copy: ResultCopy): TypeView | null {
  const { score, percentiles, version, language } = profile;
  if (score.kind === 'none' || !score.leaning) return null;
  const type: TypeKey = score.kind === 'balanced' ? `balanced-${score.leaning}` : score.kind;
  const chance = 100 * (score.leaning === 'teto' ? score.axis.pTeto : 1 - score.axis.pTeto);
  return {
    type,
    side: score.leaning,
    copy: copy.types[type],
    certainty: certaintyOf(score, copy),
    clear: axisCertainty(score.axis) === 'clear' && !score.fit?.cautious,
    close: score.kind === 'balanced',
    chance: ofHundred(chance),
    capped: chance > 99,
    standing: standing(score, percentiles),
    provisional: isProvisional(percentiles.basis, calibrated(version, language)),
    facets: score.facets.flatMap((facet) => facetView(facet, copy)),
  };
}

export function resultView(profile: Shown, copy: ResultCopy): ResultView {
  const typed = typeView(profile, copy);
  const { word, tagline } = typed ? typed.copy : copy.types.none;
  return {
    word: word[profile.displayGender],
    tagline,
    nickname: profile.nickname,
    refusal: typed ? null : copy.refusals[profile.score.refusal ?? 'acquiescence'],
    typed,
  };
}
