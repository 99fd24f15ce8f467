import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ROLES } from '../../contract/access.ts';
import type { Preferences } from '../../contract/users.ts';

/** An account. Its address is verified before the row exists. Times are Unix milliseconds. */
export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    /** Lower case. */
    email: text('email').notNull(),
    /** PHC string; null where a provider or a passkey is the only way in. */
    passwordHash: text('password_hash'),
    name: text('name'),
    role: text('role', { enum: ROLES }).notNull().default('taker'),
    status: text('status', { enum: ['active', 'suspended', 'deleted'] })
      .notNull()
      .default('active'),
    language: text('language').notNull(),
    preferences: text('preferences', { mode: 'json' }).$type<Omit<Preferences, 'language'>>().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
    /** When a deleted account is purged. */
    deleteAfter: integer('delete_after'),
  },
  (table) => [
    uniqueIndex('users_email').on(table.email),
    index('users_delete_after').on(table.deleteAfter),
    index('users_role').on(table.role),
    index('users_created').on(table.createdAt, table.id),
  ],
);

/** What somebody agreed to or took back, when, and which text. Rows are only added. */
export const consents = sqliteTable(
  'consents',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: text('user_id').notNull(),
    kind: text('kind', { enum: ['terms', 'privacy', 'analytics', 'news', 'sale'] }).notNull(),
    /** Date of the text, YYYY-MM-DD. */
    version: text('version').notNull(),
    granted: integer('granted', { mode: 'boolean' }).notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('consents_user').on(table.userId, table.at)],
);

/** A copy of everything somebody has here, being made or ready in R2. */
export const exports = sqliteTable(
  'exports',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    state: text('state', { enum: ['queued', 'building', 'ready', 'failed'] }).notNull(),
    bytes: integer('bytes'),
    requestedAt: integer('requested_at').notNull(),
    readyAt: integer('ready_at'),
    expiresAt: integer('expires_at'),
  },
  (table) => [index('exports_user').on(table.userId), index('exports_expires').on(table.expiresAt)],
);

/** Every privileged read or write, and what happened to an account's keys. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    /** Null for the system itself. */
    actor: text('actor'),
    role: text('role', { enum: ROLES }),
    action: text('action').notNull(),
    subject: text('subject'),
    details: text('details', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    index('audit_actor').on(table.actor, table.id),
    index('audit_subject').on(table.subject, table.id),
    index('audit_at').on(table.at),
  ],
);
