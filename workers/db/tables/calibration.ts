import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One run of the calibration in one language. The whole report is the JSON file named. */
export const calibrationReports = sqliteTable(
  'calibration_reports',
  {
    assessmentId: text('assessment_id').notNull(),
    language: text('language').notNull(),
    createdAt: integer('created_at').notNull(),
    /** The running version it was compared with. */
    version: integer('version').notNull(),
    status: text('status', { enum: ['collecting', 'calibrated'] }).notNull(),
    /** People with a completed session. */
    completions: integer('completions').notNull(),
    /** Of these, whose answers were used, and who was left out as careless. */
    used: integer('used').notNull(),
    careless: integer('careless').notNull(),
    /** Key of the report in R2. */
    file: text('file').notNull(),
    /** The draft it proposes, if any. */
    proposedVersion: integer('proposed_version'),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.language, table.createdAt] })],
);

/** Where scores stand among the people who took the test here, by language. KV holds a copy. */
export const percentileTables = sqliteTable(
  'percentile_tables',
  {
    assessmentId: text('assessment_id').notNull(),
    language: text('language').notNull(),
    /** JSON: workers/calibration/percentiles.ts `LocalPercentiles` */
    table: text('table').notNull(),
    computedAt: integer('computed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.language] })],
);
