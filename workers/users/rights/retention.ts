import { lt, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Ctx } from '../../context.ts';
import { countedEvents, deadLetters } from '../../db/tables/analytics.ts';
import { attempts, challenges, refreshFamilies } from '../../db/tables/auth.ts';
import { sentMail } from '../../db/tables/notifications.ts';
import { idempotencyKeys } from '../../db/tables/requests.ts';
import { audit, exports, users } from '../../db/tables/users.ts';
import { DAY_MS } from '../../lib/time.ts';
import { EXPORTS, KEEP_EXPORT_MS } from './export-view.ts';

/** As much as one statement deletes, so that none runs into D1's time limit. */
const PORTION = 2_000;

export interface Rule {
  table: SQLiteTable;
  /** As docs/data.md says it. */
  keeps: string;
  /** Rows that have had their time. */
  over: (now: number) => SQL | undefined;
}

/** What goes by age, every night. What goes with an account or a result is deleted with it. */
export const RETENTION: readonly Rule[] = [
  { table: challenges, keeps: 'until it expires', over: (now) => lt(challenges.expiresAt, now) },
  { table: attempts, keeps: 'until the window ends', over: (now) => lt(attempts.until, now) },
  {
    table: refreshFamilies,
    keeps: '30 days after its end',
    over: (now) =>
      or(
        lt(refreshFamilies.revokedAt, now - 30 * DAY_MS),
        lt(refreshFamilies.expiresAt, now - 30 * DAY_MS),
        // A sign-in that was on its way while its account ended.
        sql`NOT EXISTS (SELECT 1 FROM ${users} WHERE ${users.id} = ${refreshFamilies.userId})`,
      ),
  },
  { table: idempotencyKeys, keeps: '1 day', over: (now) => lt(idempotencyKeys.at, now - DAY_MS) },
  { table: sentMail, keeps: '30 days', over: (now) => lt(sentMail.at, now - 30 * DAY_MS) },
  {
    table: exports,
    keeps: '72 hours',
    over: (now) => sql`coalesce(${exports.expiresAt}, ${exports.requestedAt} + ${KEEP_EXPORT_MS}) < ${now}`,
  },
  { table: audit, keeps: '1 year', over: (now) => lt(audit.at, now - 365 * DAY_MS) },
  { table: deadLetters, keeps: '30 days', over: (now) => lt(deadLetters.diedAt, now - 30 * DAY_MS) },
  // Queues redeliver for at most 4 days; ids are kept twice as long.
  { table: countedEvents, keeps: '8 days', over: (now) => lt(countedEvents.countedAt, now - 8 * DAY_MS) },
];

/** Deletes the rows of one rule, a portion at a time. Returns how many. */
export async function sweep({ db, now }: Ctx, { table, over }: Rule): Promise<number> {
  for (let gone = 0; ; ) {
    const some = db.select({ rowid: sql`rowid` }).from(table).where(over(now)).limit(PORTION);
    const { meta } = await db.delete(table).where(sql`rowid IN ${some}`);
    gone += meta.changes;
    if (meta.changes < PORTION) return gone;
  }
}

/** Deletes export files by their own age, so that none outlives its row, whatever became of that. Returns how many. */
export async function sweepExportFiles({ env, now }: Ctx): Promise<number> {
  let gone = 0;
  let cursor: string | undefined;
  do {
    const page = await env.FILES.list({ prefix: EXPORTS, ...(cursor && { cursor }) });
    const old = page.objects.filter(({ uploaded }) => uploaded.getTime() < now - KEEP_EXPORT_MS);
    if (old.length > 0) await env.FILES.delete(old.map(({ key }) => key));
    gone += old.length;
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
  return gone;
}
