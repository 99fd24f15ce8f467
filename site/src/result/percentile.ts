import { normalCdf } from '../../../psychometrics/numerics/normal.ts';
import { WIDE } from '../../../psychometrics/scoring/levels.ts';
import type { PublicProfile } from '../../../workers/contract/profiles.ts';

/** Of 100 people: never 0 and never 100, nobody is that sure. */
export function ofHundred(percent: number): number {
  return Math.min(99, Math.max(1, Math.round(percent)));
}

export interface Standing {
  side: 'teto' | 'egen';
  /** Of 100 people in the reference, how many stand less far to this side. */
  n: number;
  /** The same at both ends of the 95 % band; null where only counted takers are known. */
  range: { low: number; high: number } | null;
}

/** Where a result stands among 100 people, counted towards the side it is on. */
export function standing(profile: Pick<PublicProfile, 'score' | 'percentiles'>): Standing {
  const { score, percentiles } = profile;
  const { value, se } = score.axis;
  const side = score.leaning ?? (value < 0 ? 'egen' : 'teto');
  const towards = (percent: number) => ofHundred(side === 'teto' ? percent : 100 - percent);
  if (percentiles.basis === 'local') return { side, n: towards(percentiles.axis), range: null };
  const ends = [value - WIDE * se, value + WIDE * se].map((z) => towards(100 * normalCdf(z)));
  return {
    side,
    n: towards(percentiles.axis),
    range: { low: Math.min(...ends), high: Math.max(...ends) },
  };
}
