import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One instrument. `currentVersion` is what a new session gets. */
export const assessments = sqliteTable('assessments', {
  id: text('id').primaryKey(),
  currentVersion: integer('current_version').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** A published version never changes; a new calibration is a new row. */
export const assessmentVersions = sqliteTable(
  'assessment_versions',
  {
    assessmentId: text('assessment_id').notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: ['draft', 'published', 'retired'] }).notNull(),
    /** JSON: instruments/<id>/v<n>/bank.json */
    bank: text('bank').notNull(),
    publishedAt: integer('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.version] })],
);

/** Wording and result copy of a version in one language. */
export const assessmentTexts = sqliteTable(
  'assessment_texts',
  {
    assessmentId: text('assessment_id').notNull(),
    version: integer('version').notNull(),
    language: text('language').notNull(),
    /** JSON: instruments/<id>/v<n>/<language>.json */
    items: text('items').notNull(),
    /** JSON: instruments/<id>/v<n>/copy.<language>.json */
    copy: text('copy').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.version, table.language] }),
    index('assessment_texts_language').on(table.language),
  ],
);
