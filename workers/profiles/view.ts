import { percentile } from '../../psychometrics/live.ts';
import type { OwnProfile, PublicProfile } from '../contract/profiles.ts';
import type { Percentiles, Score } from '../contract/score.ts';
import type { ProfileRow } from '../db/profile-row.ts';

/** What anybody with the link may see. */
export function publicView(row: ProfileRow): PublicProfile {
  const { slug, version, mode, language, nickname, displayGender, visibility, score, revision } = row;
  return {
    slug,
    assessment: row.assessmentId,
    version,
    language,
    mode,
    nickname,
    displayGender,
    visibility,
    score,
    percentiles: modelPercentiles(score),
    revision,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}

/** What the owner sees besides: the ids that, with the secret, change or delete it. */
export function ownView(row: ProfileRow): OwnProfile {
  return {
    ...publicView(row),
    id: row.id,
    session: row.sessionId,
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

const percent = (value: number): number => 100 * percentile(value);

// Every scale has mean 0 and SD 1 in the reference population the parameters come from, so Φ says the share below.
function modelPercentiles({ axis, poles, facets }: Score): Percentiles {
  return {
    basis: 'model',
    n: null,
    axis: percent(axis.value),
    teto: percent(poles.teto.value),
    egen: percent(poles.egen.value),
    facets: facets.map(({ value }) => percent(value)),
  };
}
