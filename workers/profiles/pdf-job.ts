import { eq, lt } from 'drizzle-orm';
import { loadPublished } from '../assessments/published.ts';
import type { Ctx } from '../context.ts';
import type { PdfJob } from '../contract/profiles.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import { pdfJobs } from '../db/tables/profiles.ts';
import { Problem } from '../lib/problem.ts';
import { pdfJobId, pdfKey } from './files.ts';
import { spendCostly } from './spend-costly.ts';

/** A job nobody has touched for this long was lost on the way and may be asked for again. */
const STALE_MS = 120_000;
const RETRY_AFTER_S = 2;

type Answer = { pdf: R2ObjectBody } | { job: PdfJob };

/**
 * The PDF of a result in a language: the finished file, or the state of the job that makes it.
 * Begins the job when there is none. A failed one is told once as `pdf_failed`; asking again retries it.
 */
export async function readPdf(ctx: Ctx, row: ProfileRow, language: string): Promise<Answer> {
  await loadPublished(ctx.env, row.assessmentId, row.version, language);
  const id = pdfJobId(row, language);
  const pdf = await ctx.env.FILES.get(pdfKey(id));
  if (pdf) return { pdf };
  const [job] = await ctx.db.select().from(pdfJobs).where(eq(pdfJobs.id, id));
  if (job?.state === 'failed') {
    await ctx.db.delete(pdfJobs).where(eq(pdfJobs.id, id));
    throw new Problem('pdf_failed', { retryAfter: 10 });
  }
  if (job && job.updatedAt > ctx.now - STALE_MS) {
    return { job: { state: job.state, attempts: job.attempts, retryAfter: RETRY_AFTER_S } };
  }
  await spendCostly(ctx, row.id);
  if (await claim(ctx, id, row.id)) {
    await ctx.env.PDF_QUEUE.send({ job: id, profileId: row.id, revision: row.revision, language });
  }
  return { job: { state: 'queued', attempts: 0, retryAfter: RETRY_AFTER_S } };
}

/** Takes the job for this request: of many who ask at once, one sends the message. */
async function claim({ db, now }: Ctx, id: string, profileId: string): Promise<boolean> {
  const claimed = await db
    .insert(pdfJobs)
    .values({ id, profileId, state: 'queued', updatedAt: now })
    .onConflictDoUpdate({
      target: pdfJobs.id,
      set: { state: 'queued', attempts: 0, updatedAt: now },
      setWhere: lt(pdfJobs.updatedAt, now - STALE_MS),
    })
    .returning({ id: pdfJobs.id });
  return claimed.length > 0;
}
