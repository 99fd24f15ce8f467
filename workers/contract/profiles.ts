import { z } from 'zod';
import {
  AssessmentId,
  DisplayGender,
  IsoTime,
  Language,
  Mode,
  Nickname,
  ProfileId,
  SessionId,
  Slug,
  Visibility,
} from './common.ts';
import { Percentiles, Score } from './score.ts';

export const ByProfile = z.object({ id: ProfileId });
/** A shared result by its slug, or one's own by its id and secret. */
export const ByProfileOrSlug = z.object({ id: z.union([ProfileId, Slug]) });

export const PublicProfile = z
  .object({
    slug: Slug.nullable(),
    assessment: AssessmentId,
    version: z.int(),
    language: Language,
    mode: Mode,
    nickname: z.string().nullable(),
    displayGender: DisplayGender,
    visibility: Visibility,
    score: Score,
    percentiles: Percentiles,
    revision: z.int(),
    createdAt: IsoTime,
  })
  .meta({ id: 'PublicProfile' });

export const OwnProfile = PublicProfile.extend({
  id: ProfileId,
  session: SessionId,
  updatedAt: IsoTime,
}).meta({
  id: 'OwnProfile',
});

export const CreateProfile = z
  .object({
    session: SessionId,
    nickname: Nickname.nullable().optional(),
    displayGender: DisplayGender.optional(),
  })
  .strict();

export const UpdateProfile = z
  .object({
    nickname: Nickname.nullable(),
    displayGender: DisplayGender,
    visibility: Visibility,
  })
  .partial()
  .strict()
  .refine((change) => Object.keys(change).length > 0, { message: 'Name at least one field to change.' });

export const Shared = z.object({ slug: Slug, url: z.url(), visibility: Visibility }).meta({ id: 'Shared' });

export const PdfQuery = z.object({ language: Language.optional() });

export const PdfJob = z
  .object({
    state: z.enum(['queued', 'rendering', 'retrying', 'failed']),
    attempts: z.int(),
    retryAfter: z.int(),
  })
  .meta({ id: 'PdfJob' });

export type PublicProfile = z.infer<typeof PublicProfile>;
export type OwnProfile = z.infer<typeof OwnProfile>;
export type CreateProfile = z.infer<typeof CreateProfile>;
export type UpdateProfile = z.infer<typeof UpdateProfile>;
export type Shared = z.infer<typeof Shared>;
export type PdfJob = z.infer<typeof PdfJob>;
