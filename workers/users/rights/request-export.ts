import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { recentlySignedIn } from '../../auth/signed-in.ts';
import type { Ctx } from '../../context.ts';
import type { Export } from '../../contract/users.ts';
import { exports } from '../../db/tables/users.ts';
import { newExportId } from '../../lib/ids.ts';
import { Problem } from '../../lib/problem.ts';
import { DAY_MS } from '../../lib/time.ts';
import { recordAudit } from '../audit.ts';
import { type ExportRow, exportView, isUnderWay, LOST_EXPORT_MS } from './export-view.ts';

const MOST_A_DAY = 3;
/** A message that was not taken up for this long may have been lost; a second one harms nothing. */
const SEND_AGAIN_MS = 60_000;

/** Begins a copy of everything an account has here. While one is under way, asking again returns that one. */
export async function requestExport(ctx: Ctx): Promise<Export> {
  const { id: userId } = recentlySignedIn(ctx);
  const id = newExportId();
  await giveUpLost(ctx, userId);
  const begun = await begin(ctx, id, userId);
  const rows = await ctx.db
    .select()
    .from(exports)
    .where(eq(exports.userId, userId))
    .orderBy(desc(exports.requestedAt));
  const row = rows.find(isUnderWay) ?? unlessTooMany(rows, ctx.now);
  const waiting = row.state === 'queued' && (begun || row.requestedAt < ctx.now - SEND_AGAIN_MS);
  if (waiting) await ctx.env.RIGHTS_QUEUE.send({ type: 'export', id: row.id, userId });
  if (begun) await recordAudit(ctx, { action: 'account.export', subject: userId });
  return exportView(row, ctx.now);
}

/** One statement decides: of many who ask at once, one begins. Failed ones do not count: that was not the asker's doing. */
async function begin({ env, now }: Ctx, id: string, userId: string): Promise<boolean> {
  const { meta } = await env.DB.prepare(
    `INSERT INTO exports (id, user_id, state, requested_at)
     SELECT ?1, ?2, 'queued', ?3
     WHERE NOT EXISTS (SELECT 1 FROM exports WHERE user_id = ?2 AND state IN ('queued', 'building'))
       AND (SELECT count(*) FROM exports WHERE user_id = ?2 AND state = 'ready' AND requested_at > ?4) < ?5`,
  )
    .bind(id, userId, now, now - DAY_MS, MOST_A_DAY)
    .run();
  return meta.changes > 0;
}

async function giveUpLost({ db, now }: Ctx, userId: string): Promise<void> {
  await db
    .update(exports)
    .set({ state: 'failed' })
    .where(
      and(
        eq(exports.userId, userId),
        inArray(exports.state, ['queued', 'building']),
        lt(exports.requestedAt, now - LOST_EXPORT_MS),
      ),
    );
}

// Nothing is under way, so either the day's are used up, or the one that stood in the way has just become ready.
function unlessTooMany(rows: ExportRow[], now: number): ExportRow {
  const today = rows.filter(({ state, requestedAt }) => state === 'ready' && requestedAt > now - DAY_MS);
  const oldest = today.at(-1);
  const newest = today[0];
  if (newest && oldest && today.length < MOST_A_DAY) return newest;
  const free = (oldest?.requestedAt ?? now) + DAY_MS;
  throw new Problem('rate_limited', { retryAfter: Math.max(1, Math.ceil((free - now) / 1000)) });
}
