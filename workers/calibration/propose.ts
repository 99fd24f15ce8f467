import { and, desc, eq, sql } from 'drizzle-orm';
import type { Bank, LocalParameters } from '../../instruments/load.ts';
import type { Published } from '../assessments/published.ts';
import type { Ctx } from '../context.ts';
import type { CalibratedItem, CalibrationReport } from '../contract/science.ts';
import { assessmentTexts, assessmentVersions } from '../db/tables/assessments.ts';

const digits = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The parameters of an item that are fit to be used; null where the estimate says little or contradicts itself. */
function usable({ fresh, n }: CalibratedItem, date: string): LocalParameters | null {
  if (!fresh) return null;
  const { a, b, seA, seB } = fresh;
  if (a <= 0 || b.some((at, k) => k > 0 && at <= (b[k - 1] ?? at))) return null;
  return { a: digits(a), b: b.map(digits), seA: digits(seA), seB: seB.map(digits), n, date };
}

/**
 * Writes the report's parameters as a draft version: the running one with this language's own parameters. A draft
 * is never served. One that is there already is brought up to date, so that both languages meet in it.
 * Returns its number, or null when nothing can be proposed.
 */
export async function proposeVersion(
  { db, now }: Ctx,
  { bank, assessment, version, language }: Published,
  report: CalibrationReport,
): Promise<number | null> {
  const date = new Date(now).toISOString().slice(0, 10);
  const sound = new Set(report.facets.filter(({ converged }) => converged).map(({ facet }) => facet));
  const fresh = report.items.flatMap((item): [string, LocalParameters][] => {
    const found = sound.has(item.facet) ? usable(item, date) : null;
    return found ? [[item.item, found]] : [];
  });
  if (report.status !== 'calibrated' || fresh.length === 0) return null;
  const [last] = await db
    .select()
    .from(assessmentVersions)
    .where(eq(assessmentVersions.assessmentId, assessment))
    .orderBy(desc(assessmentVersions.version))
    .limit(1);
  const draft = last?.status === 'draft' ? last : null;
  const proposed = draft?.version ?? (last?.version ?? version) + 1;
  const others = draft ? (JSON.parse(draft.bank) as Bank).calibrated : undefined;
  const next: Bank = {
    ...bank,
    version: proposed,
    parametersDate: date,
    calibrated: {
      ...bank.calibrated,
      ...others,
      [language]: { ...bank.calibrated?.[language], ...Object.fromEntries(fresh) },
    },
  };
  const row = { bank: JSON.stringify(next), publishedAt: now };
  const { assessmentId } = assessmentTexts;
  await db.batch([
    db
      .insert(assessmentVersions)
      .values({ assessmentId: assessment, version: proposed, status: 'draft', ...row })
      .onConflictDoUpdate({
        target: [assessmentVersions.assessmentId, assessmentVersions.version],
        set: row,
        setWhere: eq(assessmentVersions.status, 'draft'),
      }),
    db
      .delete(assessmentTexts)
      .where(and(eq(assessmentId, assessment), eq(assessmentTexts.version, proposed))),
    db.insert(assessmentTexts).select(
      db
        .select({
          assessmentId,
          version: sql<number>`${proposed}`.as('version'),
          language: assessmentTexts.language,
          items: assessmentTexts.items,
          copy: assessmentTexts.copy,
        })
        .from(assessmentTexts)
        .where(and(eq(assessmentId, assessment), eq(assessmentTexts.version, version))),
    ),
  ]);
  return proposed;
}
