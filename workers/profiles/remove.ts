import { eq } from 'drizzle-orm';
import { destroySession } from '../../durable/session/client.ts';
import type { Ctx } from '../context.ts';
import { pdfJobs, profiles } from '../db/tables/profiles.ts';
import { deleteFiles, forgetAtEdge } from './files.ts';
import { findOwn } from './find.ts';

/** Deletes a result, its answers, its cards and its PDFs. The answers go first: they could write it again. */
export async function removeProfile(ctx: Ctx, { id, secret }: { id: string; secret: string }): Promise<void> {
  const { slug, sessionId } = await findOwn(ctx, id, secret);
  await destroySession(ctx.env, sessionId);
  await ctx.db.batch([
    ctx.db.delete(pdfJobs).where(eq(pdfJobs.profileId, id)),
    ctx.db.delete(profiles).where(eq(profiles.id, id)),
  ]);
  await forgetAtEdge(ctx, slug);
  await deleteFiles(ctx, id);
}
