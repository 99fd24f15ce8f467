import { and, eq } from 'drizzle-orm';
import type { Definition } from '../../psychometrics/types.ts';
import type { Ctx } from '../context.ts';
import type { Assessment } from '../contract/assessments.ts';
import { assessments, assessmentTexts } from '../db/tables/assessments.ts';
import { Problem } from '../lib/problem.ts';
import { loadPublished } from './published.ts';

/** Every instrument with a published version, by name. There are few: one page holds them all. */
export async function listAssessments(ctx: Ctx): Promise<Assessment[]> {
  const rows = await ctx.db
    .select({ id: assessments.id })
    .from(assessments)
    .orderBy(assessments.id)
    .limit(100);
  return Promise.all(rows.map(({ id }) => describeAssessment(ctx, id)));
}

/** One instrument as takers meet it: languages and the true range of questions. */
export async function describeAssessment(ctx: Ctx, id: string): Promise<Assessment> {
  const texts = await ctx.db
    .select({ version: assessments.currentVersion, language: assessmentTexts.language })
    .from(assessments)
    .leftJoin(
      assessmentTexts,
      and(
        eq(assessmentTexts.assessmentId, assessments.id),
        eq(assessmentTexts.version, assessments.currentVersion),
      ),
    )
    .where(eq(assessments.id, id));
  const version = texts[0]?.version;
  if (version === undefined) throw new Problem('assessment_not_found', { field: 'path.id' });
  const languages = [...new Set(texts.flatMap(({ language }) => language ?? []))].sort();
  const published = await Promise.all(
    languages.map((language) => loadPublished(ctx.env, id, version, language)),
  );
  return {
    id,
    version,
    publishedAt: new Date(published[0]?.publishedAt ?? 0).toISOString(),
    languages,
    facets: [...(published[0]?.definition.facets ?? [])],
    questions: Object.fromEntries(published.map((one) => [one.language, questionCounts(one.definition)])),
  };
}

// Every session carries one unscored question, which takers should find counted.
function questionCounts({ modes, items }: Definition) {
  const extra = items.some((item) => item.pretest) ? 1 : 0;
  return Object.fromEntries(
    Object.entries(modes).map(([mode, { min, max }]) => [mode, { min: min + extra, max: max + extra }]),
  );
}
