import {
  axisCertainty,
  type Certainty,
  facetLevel,
  type Level,
  straddles,
} from '../../../psychometrics/scoring/levels.ts';
import type { Estimate } from '../../../psychometrics/types.ts';
import type { PublicProfile } from '../../../workers/contract/profiles.ts';
import type { FacetId, ResultCopy, TypeKey } from './copy.ts';
import { ofHundred, type Standing, standing } from './percentile.ts';

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
  certainty: Certainty;
  close: boolean;
  /** Chance of standing on `side`, percent 1–99; null above 99. */
  chance: number | null;
  standing: Standing;
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

type Shown = Pick<PublicProfile, 'score' | 'percentiles' | 'nickname' | 'displayGender'>;

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
  const { score } = profile;
  if (score.kind === 'none' || !score.leaning) return null;
  const type: TypeKey = score.kind === 'balanced' ? `balanced-${score.leaning}` : score.kind;
  const chance = 100 * (score.leaning === 'teto' ? score.axis.pTeto : 1 - score.axis.pTeto);
  return {
    type,
    side: score.leaning,
    copy: copy.types[type],
    certainty: axisCertainty(score.axis),
    close: score.kind === 'balanced',
    chance: chance > 99 ? null : ofHundred(chance),
    standing: standing(profile),
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
