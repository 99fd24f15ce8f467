import { z } from 'zod';
import { AssessmentId, IsoTime, Language } from './common.ts';

export const ByAssessment = z.object({ id: AssessmentId });

const Count = z.object({ min: z.int(), max: z.int() });

export const Assessment = z
  .object({
    id: AssessmentId,
    version: z.int().positive(),
    publishedAt: IsoTime,
    languages: z.array(Language),
    facets: z.array(z.string()),
    questions: z.record(Language, z.record(z.string(), Count)).meta({
      description: 'Fewest and most questions served, by language and mode, the pretest question included.',
    }),
  })
  .meta({ id: 'Assessment' });

export const AssessmentList = z.object({ items: z.array(Assessment), nextCursor: z.string().nullable() });

export const QuestionsQuery = z.object({
  language: Language.default('ko'),
  version: z.coerce.number().int().positive().max(1_000_000).optional(),
});

export const Question = z.object({
  id: z.string(),
  facet: z.string(),
  key: z.enum(['+', '-']),
  role: z.enum(['scored', 'pretest']),
  text: z.string(),
  a: z.number().nullable(),
  b: z.array(z.number()).nullable(),
});

export const Questions = z
  .object({
    assessment: AssessmentId,
    version: z.int(),
    language: Language,
    categories: z.array(z.string()),
    items: z.array(Question),
  })
  .meta({ id: 'Questions' });

/** Completed tests so far. Types with fewer than 50 takers are not shown. */
export const TallyView = z
  .object({
    total: z.int().nonnegative(),
    types: z.array(z.object({ type: z.string(), count: z.int(), share: z.number() })),
    updatedAt: IsoTime,
  })
  .meta({ id: 'Tally' });

export type Assessment = z.infer<typeof Assessment>;
export type Questions = z.infer<typeof Questions>;
export type TallyView = z.infer<typeof TallyView>;
