import { and, eq } from 'drizzle-orm';
import { loadPublished } from '../assessments/published.ts';
import type { Ctx } from '../context.ts';
import { pdfJobs, profiles } from '../db/tables/profiles.ts';
import type { PdfMessage } from '../queues/messages.ts';
import { pdfKey } from './files.ts';
import { pdfHtml } from './pdf/html.ts';
import { printPdf } from './pdf/print.ts';
import { pdfInput } from './pdf-input.ts';
import { percentilesOf } from './percentiles.ts';

const TIMEOUT_MS = 25_000;

/**
 * Prints a result and keeps the file, once however often it is asked. A result changed or deleted meanwhile leaves none.
 * Throws when printing fails.
 */
export async function makePdf(ctx: Ctx, { job, profileId, revision, language }: PdfMessage): Promise<void> {
  const current = and(eq(profiles.id, profileId), eq(profiles.revision, revision));
  const [row] = await ctx.db.select().from(profiles).where(current);
  if (!row) {
    // A delivery before this one may have died between keeping the file and looking again.
    await ctx.env.FILES.delete(pdfKey(job));
  } else if (!(await ctx.env.FILES.head(pdfKey(job)))) {
    const published = await loadPublished(ctx.env, row.assessmentId, row.version, language);
    const percentiles = await percentilesOf(ctx.env, row, ctx.now);
    const html = pdfHtml(pdfInput(row, percentiles, published, ctx.origin));
    const pdf = await printPdf(ctx.env.BROWSER, html, { timeoutMs: TIMEOUT_MS });
    await ctx.env.FILES.put(pdfKey(job), pdf, { httpMetadata: { contentType: 'application/pdf' } });
    const [still] = await ctx.db.select({ id: profiles.id }).from(profiles).where(current);
    if (!still) await ctx.env.FILES.delete(pdfKey(job));
  }
  await ctx.db.delete(pdfJobs).where(eq(pdfJobs.id, job));
}

export type PdfState = (typeof pdfJobs.$inferSelect)['state'];

/** Notes how far a job is. A job that is gone (deleted with its profile) stays gone. */
export async function setPdfState(
  { db }: Ctx,
  job: string,
  state: PdfState,
  attempts: number,
): Promise<void> {
  await db.update(pdfJobs).set({ state, attempts, updatedAt: Date.now() }).where(eq(pdfJobs.id, job));
}
