import { and, desc, eq } from 'drizzle-orm';
import { recentlySignedIn, signedIn } from '../../auth/signed-in.ts';
import type { Ctx } from '../../context.ts';
import type { Export } from '../../contract/users.ts';
import { exports } from '../../db/tables/users.ts';
import { Problem } from '../../lib/problem.ts';
import { recordAudit } from '../audit.ts';
import { exportKey, exportView, isExpired, isUnderWay } from './export-view.ts';

/** The account's exports, latest first. */
export async function listExports(ctx: Ctx): Promise<{ items: Export[] }> {
  const rows = await ctx.db
    .select()
    .from(exports)
    .where(eq(exports.userId, signedIn(ctx).id))
    .orderBy(desc(exports.requestedAt));
  return { items: rows.map((row) => exportView(row, ctx.now)) };
}

/** The file of a finished export, for who has just proved who is there; it is written down. Another account's is the same `export_not_found` as one never asked for. */
export async function readExport(ctx: Ctx, { id }: { id: string }): Promise<R2ObjectBody> {
  const [row] = await ctx.db
    .select()
    .from(exports)
    .where(and(eq(exports.id, id), eq(exports.userId, recentlySignedIn(ctx).id)));
  if (row && isUnderWay(row)) throw new Problem('export_pending', { field: 'path.export', retryAfter: 5 });
  const ready = row?.state === 'ready' && !isExpired(row, ctx.now);
  const file = ready ? await ctx.env.FILES.get(exportKey(id)) : null;
  if (!file) throw new Problem('export_not_found', { field: 'path.export' });
  await recordAudit(ctx, { action: 'account.export_read', subject: row?.userId ?? '' });
  return file;
}
