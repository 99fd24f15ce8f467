import { and, eq } from 'drizzle-orm';
import { loadPublished } from '../assessments/published.ts';
import type { Ctx } from '../context.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import { profiles } from '../db/tables/profiles.ts';
import { type CardFormat, renderCard } from './card/index.ts';
import { cardInput } from './card-input.ts';
import { cardKey } from './files.ts';
import { findShared } from './find.ts';
import { drawnAs } from './revision.ts';
import { spendCostly } from './spend-costly.ts';

interface Card {
  png: ArrayBuffer | ReadableStream;
  etag: string;
  row: ProfileRow;
}

interface Which {
  slug: string;
  format: CardFormat;
  language?: 'ko' | 'en' | undefined;
}

/** A shared result's picture: the kept one, or drawn now and kept. */
export async function readCard(ctx: Ctx, { slug, format, language }: Which): Promise<Card> {
  const row = await findShared(ctx, slug);
  const shown = language ?? (row.language === 'en' ? 'en' : 'ko');
  const key = cardKey(row, format, shown);
  const etag = `"${drawnAs(row)}-${format}-${shown}"`;
  const kept = await ctx.env.FILES.get(key);
  if (kept) return { png: kept.body, etag, row };
  const published = await loadPublished(ctx.env, row.assessmentId, row.version, shown);
  await spendCostly(ctx, row.id);
  const png = await renderCard(cardInput({ row, published, format, language: shown, origin: ctx.origin }));
  ctx.defer(keep(ctx, row, key, png));
  return { png: png.slice().buffer, etag, row };
}

// A change or deletion may have come between reading the row and keeping its picture.
async function keep(
  { env, db }: Ctx,
  { id, revision }: ProfileRow,
  key: string,
  png: Uint8Array,
): Promise<void> {
  await env.FILES.put(key, png, { httpMetadata: { contentType: 'image/png' } });
  const [still] = await db
    .select({ id: profiles.id })
    .from(profiles)
    .where(and(eq(profiles.id, id), eq(profiles.revision, revision)));
  if (!still) await env.FILES.delete(key);
}
