import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Which mails were sent, by the id of what caused them: a message delivered twice is sent once. */
export const sentMail = sqliteTable('sent_mail', {
  id: text('id').primaryKey(),
  state: text('state', { enum: ['sending', 'sent'] }).notNull(),
  at: integer('at').notNull(),
});
