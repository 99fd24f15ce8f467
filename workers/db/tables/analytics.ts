import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How often something happened on a day. Counts only, nobody's data. */
export const rollups = sqliteTable(
  'rollups',
  {
    /** UTC, YYYY-MM-DD. */
    day: text('day').notNull(),
    metric: text('metric').notNull(),
    /** What the count is split by, such as `ko` or `ko:teto`; empty for none. */
    dimension: text('dimension').notNull().default(''),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.metric, table.dimension] }),
    index('rollups_metric').on(table.metric, table.dimension),
  ],
);

/** Ids of messages already counted, so that a second delivery counts nothing. Swept after 8 days. */
export const countedEvents = sqliteTable(
  'counted_events',
  {
    id: text('id').primaryKey(),
    countedAt: integer('counted_at').notNull(),
  },
  (table) => [index('counted_events_age').on(table.countedAt)],
);

/** Messages that failed every retry, kept for a person to look at. Their bodies hold no personal data. */
export const deadLetters = sqliteTable('dead_letters', {
  id: text('id').primaryKey(),
  queue: text('queue').notNull(),
  body: text('body').notNull(),
  diedAt: integer('died_at').notNull(),
});

/** The last flushed state of the live tally: completed tests by type. */
export const tallies = sqliteTable(
  'tallies',
  {
    assessmentId: text('assessment_id').notNull(),
    type: text('type').notNull(),
    count: integer('count').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.type] })],
);
