import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Score } from '../../contract/score.ts';

/** A finished result. Times are Unix milliseconds. */
export const profiles = sqliteTable(
  'profiles',
  {
    id: text('id').primaryKey(),
    /** Null once sharing is revoked: the old address never comes back. */
    slug: text('slug').unique(),
    sessionId: text('session_id').notNull().unique(),
    /** The account that keeps it; null without one. */
    userId: text('user_id'),
    /** SHA-256 of the session's secret, base64url. */
    secretHash: text('secret_hash').notNull(),
    assessmentId: text('assessment_id').notNull(),
    version: integer('version').notNull(),
    language: text('language').notNull(),
    mode: text('mode', { enum: ['quick', 'default', 'precise'] }).notNull(),
    nickname: text('nickname'),
    displayGender: text('display_gender', { enum: ['male', 'female', 'none'] }).notNull(),
    visibility: text('visibility', { enum: ['private', 'unlisted', 'public'] }).notNull(),
    /** True for one that goes on from an earlier result: the same person, counted once. */
    continued: integer('continued', { mode: 'boolean' }).notNull().default(false),
    score: text('score', { mode: 'json' }).$type<Score>().notNull(),
    /** Counts changes; part of the key of every card and PDF made from this row. */
    revision: integer('revision').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('profiles_created').on(table.assessmentId, table.language, table.createdAt),
    index('profiles_user').on(table.userId, table.createdAt),
  ],
);

/** The state of one PDF being made; gone once the file is there. A new revision is a new job. */
export const pdfJobs = sqliteTable('pdf_jobs', {
  /** `<profile id>/<revision>/<language>`, also the R2 key's middle. */
  id: text('id').primaryKey(),
  profileId: text('profile_id').notNull(),
  state: text('state', { enum: ['queued', 'rendering', 'retrying', 'failed'] }).notNull(),
  attempts: integer('attempts').notNull().default(0),
  updatedAt: integer('updated_at').notNull(),
});
