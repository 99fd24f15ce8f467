import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { assessments, assessmentTexts, assessmentVersions } from '../db/tables/assessments.ts';

interface Bundle {
  assessment: string;
  version: number;
  bank: string;
  texts: { language: string; items: string; copy: string }[];
}

declare global {
  namespace Cloudflare {
    interface Env {
      TEST_MIGRATIONS: D1Migration[];
      TEST_BUNDLES: Bundle[];
    }
  }
}

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
const db = drizzle(env.DB);
for (const { assessment, version, bank, texts } of env.TEST_BUNDLES) {
  const publishedAt = Date.UTC(2026, 10, 22);
  await db
    .insert(assessments)
    .values({ id: assessment, currentVersion: version, createdAt: publishedAt })
    .onConflictDoNothing();
  await db
    .insert(assessmentVersions)
    .values({ assessmentId: assessment, version, status: 'published', bank, publishedAt })
    .onConflictDoNothing();
  for (const { language, items, copy } of texts) {
    await db
      .insert(assessmentTexts)
      .values({ assessmentId: assessment, version, language, items, copy })
      .onConflictDoNothing();
  }
}
