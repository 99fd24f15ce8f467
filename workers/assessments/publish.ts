import { and, eq } from 'drizzle-orm';
import { type Bank, toDefinition } from '../../instruments/load.ts';
import type { Ctx } from '../context.ts';
import { assessments, assessmentTexts, assessmentVersions } from '../db/tables/assessments.ts';
import { Problem } from '../lib/problem.ts';

interface Which {
  assessment: string;
  version: number;
}

/**
 * Makes a draft the version that new sessions get. Running sessions and results keep theirs. Publishing again is a
 * no-op; Problem `version_not_found` for one that is not there. Throws when the bank does not serve its languages.
 */
export async function publishVersion({ db, now }: Ctx, { assessment, version }: Which): Promise<void> {
  const which = and(eq(assessmentVersions.assessmentId, assessment), eq(assessmentVersions.version, version));
  const [row] = await db.select().from(assessmentVersions).where(which);
  const texts = await db
    .select({ language: assessmentTexts.language })
    .from(assessmentTexts)
    .where(and(eq(assessmentTexts.assessmentId, assessment), eq(assessmentTexts.version, version)));
  if (!row || texts.length === 0) throw new Problem('version_not_found', { field: 'version' });
  const bank = JSON.parse(row.bank) as Bank;
  for (const { language } of texts) toDefinition(bank, language);
  await db.batch([
    db
      .update(assessmentVersions)
      .set({ status: 'published', publishedAt: now })
      .where(and(which, eq(assessmentVersions.status, 'draft'))),
    db.update(assessments).set({ currentVersion: version }).where(eq(assessments.id, assessment)),
  ]);
}
