import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Writes that came with an Idempotency-Key, so that one sent again answers the same and does nothing twice. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    /** SHA-256 of operation, account and key. */
    id: text('id').primaryKey(),
    /** SHA-256 of key and body. */
    body: text('body').notNull(),
    /** Status and body answered, sealed; null while the first is under way. */
    answer: text('answer'),
    at: integer('at').notNull(),
  },
  (table) => [index('idempotency_keys_at').on(table.at)],
);
