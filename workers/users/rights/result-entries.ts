import { and, asc, eq } from 'drizzle-orm';
import { exportAnswers } from '../../../durable/session/client.ts';
import { loadPublished } from '../../assessments/published.ts';
import type { Ctx } from '../../context.ts';
import type { ProfileRow } from '../../db/profile-row.ts';
import { profiles } from '../../db/tables/profiles.ts';
import { describeError, log } from '../../lib/log.ts';
import { pdfJobId, pdfKey } from '../../profiles/files.ts';
import { makePdf } from '../../profiles/make-pdf.ts';
import { drawnAs } from '../../profiles/revision.ts';
import { ownView } from '../../profiles/view.ts';
import type { Entry } from './zip.ts';

/** Most PDFs one export prints; those that exist already come along anyhow. */
const MOST_PRINTED = 20;

/**
 * Every result the account keeps, one at a time: scores, what they are compared with, the answers behind them, and the
 * PDFs. Ids of results whose PDF was not printed are added to `unprinted`: after one fails, or `MOST_PRINTED`, no more are
 * tried, so that one account does not keep the browser from everybody else.
 */
export async function* resultEntries(ctx: Ctx, userId: string, unprinted: string[]): AsyncGenerator<Entry> {
  const kept = await ctx.db
    .select({ id: profiles.id })
    .from(profiles)
    .where(eq(profiles.userId, userId))
    .orderBy(asc(profiles.createdAt));
  let printed = 0;
  for (const { id } of kept) {
    const [row] = await ctx.db
      .select()
      .from(profiles)
      .where(and(eq(profiles.id, id), eq(profiles.userId, userId)));
    // Deleted while the export was being built.
    if (!row) continue;
    const name = `results/${new Date(row.createdAt).toISOString().slice(0, 10)}-${id}`;
    const result = { ...(await ownView(ctx, row)), answers: await answersOf(ctx, row) };
    yield { path: `${name}.json`, body: `${JSON.stringify(result, null, 2)}\n` };
    const mayPrint = unprinted.length === 0 && printed < MOST_PRINTED;
    const pdf = yield* pdfEntries(ctx, row, name, mayPrint);
    if (pdf === 'printed') printed++;
    if (pdf === 'none') unprinted.push(id);
  }
}

/** The answers as tapped, with the question's words. Null when the session that held them is gone. */
async function answersOf({ env }: Ctx, { sessionId, assessmentId, version, language }: ProfileRow) {
  const answers = await exportAnswers(env, sessionId);
  if (!answers) return null;
  const { items } = await loadPublished(env, assessmentId, version, language);
  return answers.map(({ seq, item, category, ms, at }) => ({
    ...{ seq, item, question: items.items[item]?.text ?? null },
    ...{ category, meaning: items.categories[category] ?? null, ms },
    at: new Date(at).toISOString(),
  }));
}

/** The PDFs kept of a result, or one printed now. */
async function* pdfEntries(
  ctx: Ctx,
  row: ProfileRow,
  name: string,
  mayPrint: boolean,
): AsyncGenerator<Entry, 'kept' | 'printed' | 'none'> {
  const { env } = ctx;
  const prefix = `pdf/${row.id}/${drawnAs(row)}/`;
  let { objects } = await env.FILES.list({ prefix });
  const prints = objects.length === 0 && mayPrint && (await print(ctx, row));
  if (prints) {
    ({ objects } = await env.FILES.list({ prefix }));
  }
  let found = false;
  for (const { key } of objects) {
    const file = await env.FILES.get(key);
    if (!file) continue;
    found = true;
    yield { path: `${name}-${key.slice(prefix.length)}`, body: file.body };
  }
  return prints ? 'printed' : found ? 'kept' : 'none';
}

async function print(ctx: Ctx, row: ProfileRow): Promise<boolean> {
  const { id, revision, language } = row;
  const job = pdfJobId(row, language);
  try {
    await makePdf(ctx, { job, profileId: id, revision, language });
    return (await ctx.env.FILES.head(pdfKey(job))) !== null;
  } catch (error) {
    log('export.unprinted', describeError(error));
    return false;
  }
}
