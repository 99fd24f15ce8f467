import { placed } from '../../../psychometrics/percentiles/standing.ts';
import { percentile } from '../../../psychometrics/scoring/axis.ts';
import type { Estimate } from '../../../psychometrics/types.ts';
import type { PublicProfile } from '../../../workers/contract/profiles.ts';

type Ranges = PublicProfile['percentiles']['ranges'];

/**
 * The API and the site are deployed one after the other, and the edge keeps answers for a minute: one of the release
 * before has no ranges. They are then those of the model, stretched to the place that was given.
 */
export function withRanges<P extends Pick<PublicProfile, 'score' | 'percentiles'>>(profile: P): P {
  const { score, percentiles } = profile;
  const { axis, teto, egen, facets } = percentiles;
  if ((percentiles.ranges as Ranges | undefined) !== undefined) return profile;
  const around = (estimate: Estimate, at: number) => {
    const { low, high } = placed(percentile, estimate);
    return { low: Math.min(low, at), high: Math.max(high, at) };
  };
  const ranges: Ranges = {
    axis: around(score.axis, axis),
    teto: around(score.poles.teto, teto),
    egen: around(score.poles.egen, egen),
    facets: score.facets.map((facet, i) => around(facet, facets[i] ?? 50)),
  };
  return { ...profile, percentiles: { ...percentiles, ranges } };
}
