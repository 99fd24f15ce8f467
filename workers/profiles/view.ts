import type { OwnProfile, PublicProfile } from '../contract/profiles.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import { percentilesOf } from './percentiles.ts';

interface Reader {
  env: Pick<Env, 'PUBLISHED'>;
  now: number;
}

/** What anybody with the link may see. */
export async function publicView({ env, now }: Reader, row: ProfileRow): Promise<PublicProfile> {
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
    percentiles: await percentilesOf(env, row, now),
    revision,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}

/** What the owner sees besides: the ids that, with the secret, change or delete it. */
export async function ownView(reader: Reader, row: ProfileRow): Promise<OwnProfile> {
  return {
    ...(await publicView(reader, row)),
    id: row.id,
    session: row.sessionId,
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}
