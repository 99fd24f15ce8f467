import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Sessions whose answers every reader of the lake leaves out, from their deletion until no copy can be left. */
export const lakeTombstones = sqliteTable(
  'lake_tombstones',
  {
    /** Key of the session's rows. */
    key: text('key').primaryKey(),
    /** Folder of the partition that holds them. */
    folder: text('folder').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('lake_tombstones_folder').on(table.folder)],
);
