import { z } from 'zod';

/** A point on a scale with prior mean 0 and SD 1, with its standard error. */
export const Estimate = z.object({ value: z.number(), se: z.number().nonnegative() });

/** How well the answers hang together, and the version of the rule that judged it. */
export const Fit = z
  .object({
    rule: z.int().meta({ description: 'Version of the rule that judged the answers.' }),
    evidence: z.number().meta({
      description:
        'Log evidence ratio of reading against answering without it; below 0 the latter fits better.',
    }),
    lz: z.number().meta({
      description: 'Standardised log-likelihood (Drasgow, Levine & Williams 1985); low: unlikely answers.',
    }),
    cautious: z.boolean().meta({
      description: 'A type is given with care: every standard error is already the wider one.',
    }),
  })
  .meta({ id: 'Fit' });

/** What the engine says of a set of answers (psychometrics/types.ts `Score`). */
export const Score = z
  .object({
    kind: z.enum(['teto', 'egen', 'balanced', 'none']),
    leaning: z.enum(['teto', 'egen']).nullable(),
    refusal: z.enum(['acquiescence', 'straight_line', 'too_fast', 'careless']).nullable().meta({
      description:
        'Why no type is given. The figures beside it are what the answers add up to, and mean nothing.',
    }),
    axis: Estimate.extend({ pTeto: z.number().min(0).max(1) }),
    poles: z.object({ teto: Estimate, egen: Estimate }),
    facets: z.array(Estimate.extend({ id: z.string() })),
    acquiescence: Estimate,
    fit: Fit.optional().meta({ description: 'Absent from results made before answers were judged by it.' }),
    items: z.int().nonnegative(),
  })
  .meta({ id: 'Score' });

/** The percentiles of both ends of a score's 95 % band. */
const Range = z.object({ low: z.number(), high: z.number() });

/**
 * Share of the reference population below a score, in percent, and where the reference comes from. Always between 1
 * and 99: so few questions place nobody further out.
 */
export const Percentiles = z
  .object({
    basis: z.enum(['model', 'local']),
    n: z.int().nullable(),
    axis: z.number(),
    teto: z.number(),
    egen: z.number(),
    facets: z.array(z.number()),
    ranges: z.object({ axis: Range, teto: Range, egen: Range, facets: z.array(Range) }),
  })
  .meta({ id: 'Percentiles' });

export type Score = z.infer<typeof Score>;
export type Percentiles = z.infer<typeof Percentiles>;
