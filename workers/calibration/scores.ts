import { and, desc, eq, sql } from 'drizzle-orm';
import { empiricalReliability } from '../../psychometrics/reliability/information.ts';
import type { Estimate } from '../../psychometrics/types.ts';
import type { Ctx } from '../context.ts';
import type { Banded, ObservedReliability } from '../contract/science.ts';
import { profiles } from '../db/tables/profiles.ts';

const MOST = 20_000;
const PAGE = 1_000;
/** Fewer results say nothing of reliability, and could be somebody in particular. */
const LEAST = 50;
const GROUPS = 20;

/** Scores of the newest results of a language, a list a scale. Results without a type are left out. */
export interface Scores {
  axis: Estimate[];
  teto: Estimate[];
  egen: Estimate[];
  facets: { id: string; scores: Estimate[] }[];
}

/** Each person once: a result that goes on from an earlier one does not count again. */
export async function readScores({ db }: Ctx, assessment: string, language: string): Promise<Scores> {
  const scores: Scores = { axis: [], teto: [], egen: [], facets: [] };
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const page = await db
      .select({ score: profiles.score })
      .from(profiles)
      .where(
        and(
          eq(profiles.assessmentId, assessment),
          eq(profiles.language, language),
          eq(profiles.continued, false),
          sql`json_extract(${profiles.score}, '$.kind') <> 'none'`,
        ),
      )
      .orderBy(desc(profiles.createdAt), desc(profiles.id))
      .limit(PAGE)
      .offset(offset);
    for (const { score } of page) {
      scores.axis.push(score.axis);
      scores.teto.push(score.poles.teto);
      scores.egen.push(score.poles.egen);
      score.facets.forEach(({ id, value, se }, index) => {
        scores.facets[index] ??= { id, scores: [] };
        scores.facets[index].scores.push({ value, se });
      });
    }
    if (page.length < PAGE) break;
  }
  return scores;
}

/** How reliably this test has told people apart so far, from the scores it gave; null under 50 results. */
export function observedReliability({ axis, facets }: Scores): ObservedReliability | null {
  if (axis.length < LEAST) return null;
  return {
    n: axis.length,
    axis: banded(axis),
    facets: facets.map(({ id, scores }) => ({ facet: id, ...banded(scores) })),
  };
}

/** Empirical reliability with a 95 % interval by the grouped jackknife (every twentieth person left out in turn). */
function banded(estimates: readonly Estimate[]): Banded {
  const value = empiricalReliability(estimates);
  const without = Array.from({ length: GROUPS }, (_, group) =>
    empiricalReliability(estimates.filter((_, index) => index % GROUPS !== group)),
  );
  const mean = without.reduce((sum, one) => sum + one, 0) / GROUPS;
  const spread = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const half = 1.96 * Math.sqrt(((GROUPS - 1) / GROUPS) * spread);
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}
