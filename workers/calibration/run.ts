import { and, desc, eq } from 'drizzle-orm';
import { describeAssessment, listAssessments } from '../assessments/list.ts';
import { loadPublished, type Published } from '../assessments/published.ts';
import type { Ctx } from '../context.ts';
import type { CalibrationReport } from '../contract/science.ts';
import { calibrationReports } from '../db/tables/calibration.ts';
import { keepPercentiles, localPercentiles } from './percentiles.ts';
import { proposeVersion } from './propose.ts';
import { calibrationReport, type LanguageSample, NEEDED } from './report.ts';
import { readSample } from './sample.ts';
import { observedReliability, readScores } from './scores.ts';

type ReportRow = typeof calibrationReports.$inferSelect;

/** With this much more data, or after this long with any, everything is estimated anew. */
const GROWTH = 1.05;
const AGE_MS = 7 * 86_400_000;

/** Calibrates every language of every assessment and renews its percentiles. Returns the reports written. */
export async function runCalibration(ctx: Ctx, { force = false } = {}): Promise<CalibrationReport[]> {
  const written: CalibrationReport[] = [];
  for (const { id } of await listAssessments(ctx)) {
    const { version, languages } = await describeAssessment(ctx, id);
    for (const language of languages) {
      const report = await calibrateLanguage(ctx, await loadPublished(ctx.env, id, version, language), force);
      if (report) written.push(report);
    }
  }
  return written;
}

/** The report of one language, written when there is enough that is new; null otherwise. */
export async function calibrateLanguage(
  ctx: Ctx,
  published: Published,
  force: boolean,
): Promise<CalibrationReport | null> {
  const { assessment, language } = published;
  const scores = await readScores(ctx, assessment, language);
  await keepPercentiles(ctx, assessment, language, localPercentiles(scores));
  const sample = await readSample(ctx, published);
  const last = await latestReport(ctx, assessment, language);
  if (!force && last && !isDue(last, published.version, sample.completions, ctx.now)) return null;
  const other = sample.completions < NEEDED ? null : await referenceSample(ctx, published);
  const report = calibrationReport(published, sample, observedReliability(scores), ctx.now, other);
  report.proposedVersion = await proposeVersion(ctx, published, report);
  await keepReport(ctx, report, last);
  return report;
}

/** The language that published parameters come from: what others are compared with. */
const REFERENCE_LANGUAGE = 'en';

async function referenceSample(
  ctx: Ctx,
  { assessment, version, language }: Published,
): Promise<LanguageSample | null> {
  if (language === REFERENCE_LANGUAGE) return null;
  const published = await loadPublished(ctx.env, assessment, version, REFERENCE_LANGUAGE).catch(() => null);
  if (!published) return null;
  const { rows } = await readSample(ctx, published);
  return { definition: published.definition, rows };
}

function isDue(last: ReportRow, version: number, completions: number, now: number): boolean {
  if (last.version !== version) return true;
  if (last.status === 'collecting') return completions !== last.completions;
  return completions >= last.completions * GROWTH || now - last.createdAt >= AGE_MS;
}

export async function latestReport(
  { db }: Ctx,
  assessment: string,
  language: string,
): Promise<ReportRow | undefined> {
  const [row] = await db
    .select()
    .from(calibrationReports)
    .where(and(eq(calibrationReports.assessmentId, assessment), eq(calibrationReports.language, language)))
    .orderBy(desc(calibrationReports.createdAt))
    .limit(1);
  return row;
}

// The report file first: a row never points to nothing. A report that only counted is replaced by the next.
async function keepReport(
  { env, db, now }: Ctx,
  report: CalibrationReport,
  last: ReportRow | undefined,
): Promise<void> {
  const { assessment, language, version, status, completions, used, proposedVersion } = report;
  const file = `lake/reports/${assessment}/${language}/${report.createdAt}.json`;
  const row: ReportRow = {
    ...{ assessmentId: assessment, language, version, status, completions, used, file, proposedVersion },
    createdAt: now,
    careless: completions - used,
  };
  await env.FILES.put(file, JSON.stringify(report), { httpMetadata: { contentType: 'application/json' } });
  await db.insert(calibrationReports).values(row);
  if (last?.status !== 'collecting') return;
  await db
    .delete(calibrationReports)
    .where(
      and(
        eq(calibrationReports.assessmentId, assessment),
        eq(calibrationReports.language, language),
        eq(calibrationReports.createdAt, last.createdAt),
      ),
    );
  await env.FILES.delete(last.file);
}
