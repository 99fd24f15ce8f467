import { z } from 'zod';
import { AssessmentId, IsoTime, Language } from './common.ts';

export const ScienceQuery = z.object({ language: Language.default('ko') });

const Day = z.string().meta({ description: 'UTC, YYYY-MM-DD.' });

/** A figure with the bounds of its 95 % interval. */
export const Banded = z.object({ value: z.number(), low: z.number(), high: z.number() });

const Parameters = z.object({ a: z.number(), b: z.array(z.number()) });

export const CalibratedItem = z.object({
  item: z.string(),
  facet: z.string(),
  key: z.enum(['+', '-']),
  role: z.enum(['scored', 'pretest']),
  n: z.int().nonnegative().meta({ description: 'People whose answer was used.' }),
  fresh: Parameters.extend({ seA: z.number(), seB: z.array(z.number()) })
    .nullable()
    .meta({ description: 'On the running metric; null while the data do not determine the item.' }),
  running: Parameters.nullable().meta({ description: 'As used for results in this language now.' }),
  change: z.object({ a: z.number(), b: z.number(), drift: z.number() }).nullable().meta({
    description: 'Fresh less running: slope, mean threshold; drift of the item curve as share of its range.',
  }),
  anchor: z.boolean().meta({ description: 'Carried the link to the running metric.' }),
  fit: z.object({ rmsd: z.number(), md: z.number() }).nullable().meta({
    description: 'Distance of the observed item curve from the model, as share of the score range.',
  }),
});

export const CalibratedFacet = z.object({
  facet: z.string(),
  n: z.int(),
  converged: z.boolean(),
  cycles: z.int(),
  logLik: z.number().nullable(),
  link: z.object({ slope: z.number(), shift: z.number() }).nullable(),
  marginalReliability: z.number().nullable().meta({ description: 'Of all calibrated items together.' }),
  alpha: z.number().nullable().meta({ description: 'Of the covariances of all pairs of answers.' }),
});

/** Null figures: everybody answered alike, or no two people of different groups were of equal standing. */
export const DifItem = z.object({
  item: z.string(),
  n: z.int(),
  uniformChi2: z.number().nullable(),
  bothChi2: z.number().nullable(),
  mantel: z.number().nullable(),
  smd: z.number().nullable(),
  nagelkerkeChange: z.number().nullable(),
  class: z.string().nullable().meta({
    description: 'A negligible, B moderate, C large; null where nothing was compared.',
  }),
});

/** Differential item functioning: by the word chosen for the result, or between takers in two languages. */
export const DifTable = z.object({
  by: z.enum(['displayGender', 'language']),
  reference: z.object({ group: z.string(), n: z.int() }),
  focal: z.object({ group: z.string(), n: z.int() }),
  items: z.array(DifItem).meta({ description: 'Empty while a group is smaller than `needed`.' }),
  needed: z.int(),
});

export const ObservedReliability = z.object({
  n: z.int(),
  axis: Banded,
  facets: z.array(Banded.extend({ facet: z.string() })),
});

export const CalibrationReport = z
  .object({
    assessment: AssessmentId,
    language: Language,
    version: z.int(),
    status: z.enum(['collecting', 'calibrated']),
    createdAt: IsoTime,
    from: Day.nullable(),
    to: Day.nullable(),
    completions: z.int(),
    used: z.int(),
    careless: z.record(z.string(), z.int()),
    needed: z.int(),
    facets: z.array(CalibratedFacet),
    items: z.array(CalibratedItem),
    sigma: z
      .object({
        facets: z.array(z.string()),
        values: z.array(z.array(z.number())),
        se: z.array(z.array(z.number().nullable())).meta({ description: 'Null where not determined.' }),
      })
      .nullable(),
    dependence: z.array(z.object({ first: z.string(), second: z.string(), n: z.int(), q3: z.number() })),
    dif: DifTable.nullable().meta({ description: 'By the word chosen for the result.' }),
    difByLanguage: DifTable.nullable().meta({
      description: 'Against the language the parameters come from; null for that language itself.',
    }),
    reliability: ObservedReliability.nullable().meta({
      description: 'Empirical reliability of the scores given; null under 50 results.',
    }),
    proposedVersion: z.int().nullable(),
  })
  .meta({ id: 'CalibrationReport' });

const Length = z.object({
  mode: z.string(),
  n: z.int(),
  mean: z.number(),
  p10: z.number(),
  p90: z.number(),
  counts: z.array(z.object({ items: z.int(), count: z.int() })),
});

/** Everything of the technical page that comes from running data. */
export const Science = z
  .object({
    assessment: AssessmentId,
    language: Language,
    version: z.int(),
    status: z.enum(['collecting', 'calibrated']),
    completions: z.int(),
    needed: z.int().meta({ description: 'Completions in this language before anything is estimated.' }),
    lengths: z.array(Length).meta({ description: 'Scored questions asked, modes with at least 50 takers.' }),
    fit: z
      .object({ n: z.int(), careless: z.number(), refused: z.number(), cautious: z.number() })
      .nullable()
      .meta({
        description:
          'Shares of takers who got no type for answers that fit no reader, for any reason, or a cautious one; null under 50.',
      }),
    types: z.array(z.object({ type: z.string(), count: z.int(), share: z.number() })),
    report: CalibrationReport.nullable().meta({ description: 'The latest one; null before the first.' }),
  })
  .meta({ id: 'Science' });

export const ParametersQuery = z.object({
  language: Language.default('ko'),
  version: z.coerce.number().int().positive().max(1_000_000).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

export const ItemParameters = z.object({
  item: z.string(),
  facet: z.string(),
  key: z.enum(['+', '-']),
  role: z.enum(['scored', 'pretest']),
  a: z.number().nullable(),
  seA: z.number().nullable(),
  b: z.array(z.number()),
  seB: z.array(z.number()),
  n: z.string().nullable(),
  source: z.string().nullable(),
  flags: z.array(z.string()),
  date: Day,
  slopeRatio: z.number().meta({ description: 'Slopes are multiplied by it in this language.' }),
  aUsed: z.number().nullable(),
});

export const ParameterTable = z
  .object({
    assessment: AssessmentId,
    version: z.int(),
    language: Language,
    model: z.string(),
    items: z.array(ItemParameters),
  })
  .meta({ id: 'ParameterTable' });

export type Banded = z.infer<typeof Banded>;
export type CalibratedItem = z.infer<typeof CalibratedItem>;
export type CalibratedFacet = z.infer<typeof CalibratedFacet>;
export type ObservedReliability = z.infer<typeof ObservedReliability>;
export type DifTable = z.infer<typeof DifTable>;
export type CalibrationReport = z.infer<typeof CalibrationReport>;
export type Science = z.infer<typeof Science>;
export type ItemParameters = z.infer<typeof ItemParameters>;
export type ParameterTable = z.infer<typeof ParameterTable>;
