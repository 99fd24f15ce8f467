import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { exports } from '../../db/tables/users.ts';
import { pageUrl } from '../../notifications/mail/page-url.ts';
import { sendMail } from '../../notifications/mail/queue.ts';
import { findUser, type UserRow } from '../account.ts';
import { accountEntries } from './account-entries.ts';
import { type ExportRow, exportKey, KEEP_EXPORT_MS } from './export-view.ts';
import { readme } from './readme.ts';
import { resultEntries } from './result-entries.ts';
import { type Entry, writeZip } from './zip.ts';

interface Job {
  id: string;
  userId: string;
}

/**
 * Builds the ZIP of an export and tells its owner. Delivered twice it makes one export: the file is replaced by itself
 * and the mail has the same id. An account deleted meanwhile leaves no file.
 */
export async function buildExport(ctx: Ctx, job: Job): Promise<void> {
  const row = await step(ctx, job, ['queued', 'building'], { state: 'building' });
  if (!row) return settle(ctx, job);
  const user = await findUser(ctx, job.userId);
  const bytes = await writeZip(ctx.env.FILES, exportKey(job.id), entriesOf(ctx, user), ctx.now);
  const readyAt = Date.now();
  const ready = await step(ctx, job, ['building', 'ready'], {
    state: 'ready',
    ...{ bytes, readyAt },
    expiresAt: readyAt + KEEP_EXPORT_MS,
  });
  if (ready) await tell(ctx, user, ready);
  else await ctx.env.FILES.delete(exportKey(job.id));
}

/** Notes that an export was given up. */
export async function failExport(ctx: Ctx, job: Job): Promise<void> {
  await step(ctx, job, ['queued', 'building'], { state: 'failed' });
}

/** For a delivery that finds nothing to build: one before it was done, given up, or came too late. */
async function settle(ctx: Ctx, { id, userId }: Job): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(exports)
    .where(and(eq(exports.id, id), eq(exports.userId, userId)));
  if (row?.state === 'ready') return tell(ctx, await findUser(ctx, userId), row);
  await ctx.env.FILES.delete(exportKey(id));
  if (row) throw new Error('the export was given up');
}

async function step(
  { db }: Ctx,
  { id, userId }: Job,
  from: ExportRow['state'][],
  set: Partial<ExportRow>,
): Promise<ExportRow | undefined> {
  const [row] = await db
    .update(exports)
    .set(set)
    .where(and(eq(exports.id, id), eq(exports.userId, userId), inArray(exports.state, from)))
    .returning();
  return row;
}

async function* entriesOf(ctx: Ctx, user: UserRow): AsyncGenerator<Entry> {
  const unprinted: string[] = [];
  yield* accountEntries(ctx, user);
  yield* resultEntries(ctx, user.id, unprinted);
  yield { path: 'README.txt', body: readme(ctx.now, unprinted) };
}

async function tell(
  ctx: Ctx,
  { id: userId, email, language }: UserRow,
  { id, expiresAt }: ExportRow,
): Promise<void> {
  await sendMail(ctx, {
    id: `export:${userId}:${id}`,
    ...{ to: email, language },
    mail: {
      template: 'export_ready',
      url: pageUrl(ctx, language, '/account/data'),
      expiresAt: expiresAt ?? ctx.now,
    },
  });
}
