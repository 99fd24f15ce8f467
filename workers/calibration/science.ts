import { and, gte, inArray, lt, sql } from 'drizzle-orm';
import { currentVersion, loadPublished } from '../assessments/published.ts';
import { SMALLEST_GROUP } from '../assessments/tally.ts';
import type { Ctx } from '../context.ts';
import type { CalibrationReport, Science } from '../contract/science.ts';
import { rollups } from '../db/tables/analytics.ts';
import { NEEDED } from './report.ts';
import { latestReport } from './run.ts';

interface Which {
  id: string;
  language: string;
}

/** What the technical page shows of running data. Nothing that a group under 50 people could be read from. */
export async function readScience(ctx: Ctx, { id, language }: Which): Promise<Science> {
  const version = await currentVersion(ctx.env, id, ctx.now);
  await loadPublished(ctx.env, id, version, language);
  const [counts, row] = await Promise.all([countsOf(ctx, id, language), latestReport(ctx, id, language)]);
  const types = counts.flatMap(({ metric, parts, count }) =>
    metric === 'assessment.completed' ? [{ type: parts[0] ?? '', count }] : [],
  );
  const completions = types.reduce((sum, { count }) => sum + count, 0);
  const file = row && (await ctx.env.FILES.get(row.file));
  const report = file ? await file.json<CalibrationReport>() : null;
  return {
    ...{ assessment: id, language, version, completions, needed: NEEDED, report },
    status: report?.status ?? 'collecting',
    lengths: lengthsOf(counts),
    fit: fitOf(counts),
    types: types
      .filter(({ count }) => count >= SMALLEST_GROUP)
      .map((one) => ({ ...one, share: one.count / completions })),
  };
}

interface Count {
  metric: string;
  /** Of the dimension, what follows assessment and language. */
  parts: string[];
  count: number;
}

async function countsOf({ db }: Ctx, id: string, language: string): Promise<Count[]> {
  const rows = await db
    .select({
      metric: rollups.metric,
      dimension: rollups.dimension,
      count: sql<number>`sum(${rollups.count})`,
    })
    .from(rollups)
    .where(
      and(
        inArray(rollups.metric, ['assessment.completed', 'assessment.length', 'assessment.fit']),
        // Everything that begins so: the semicolon follows the colon.
        gte(rollups.dimension, `${id}:${language}:`),
        lt(rollups.dimension, `${id}:${language};`),
      ),
    )
    .groupBy(rollups.metric, rollups.dimension)
    .orderBy(rollups.metric, rollups.dimension);
  return rows.map(({ metric, dimension, count }) => ({
    metric,
    parts: dimension.split(':').slice(2),
    count,
  }));
}

/** Shares of takers whose answers gave no type, and a cautious one. Null under 50 takers. */
function fitOf(counts: readonly Count[]): Science['fit'] {
  const judged = counts.filter(({ metric }) => metric === 'assessment.fit');
  const sum = (rows: readonly Count[]) => rows.reduce((total, { count }) => total + count, 0);
  const n = sum(judged);
  const share = (test: (verdict: string) => boolean) =>
    sum(judged.filter(({ parts }) => test(parts[0] ?? ''))) / n;
  if (n < SMALLEST_GROUP) return null;
  return {
    n,
    careless: share((verdict) => verdict === 'careless'),
    refused: share((verdict) => verdict !== 'fits' && verdict !== 'cautious'),
    cautious: share((verdict) => verdict === 'cautious'),
  };
}

function lengthsOf(counts: readonly Count[]): Science['lengths'] {
  const byMode = Map.groupBy(
    counts.filter(({ metric }) => metric === 'assessment.length'),
    ({ parts }) => parts[0] ?? '',
  );
  return [...byMode].flatMap(([mode, rows]) => {
    const sorted = rows
      .map(({ parts, count }) => ({ items: Number(parts[1]), count }))
      .sort((a, b) => a.items - b.items);
    const n = sorted.reduce((sum, { count }) => sum + count, 0);
    if (n < SMALLEST_GROUP) return [];
    const mean = sorted.reduce((sum, { items, count }) => sum + items * count, 0) / n;
    const at = (share: number): number => {
      let below = 0;
      const reached = sorted.find(({ count }) => {
        below += count;
        return below >= share * n;
      });
      return reached?.items ?? 0;
    };
    return [{ mode, n, mean, p10: at(0.1), p90: at(0.9), counts: sorted }];
  });
}
