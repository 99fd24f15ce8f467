import type { Ctx } from '../context.ts';
import type { ProfileRow } from '../db/profile-row.ts';
import { purgeEdge } from '../lib/edge-cache.ts';
import type { CardFormat } from './card/index.ts';
import { drawnAs } from './revision.ts';

const FORMATS: readonly CardFormat[] = ['og', 'story', 'square'];
const SUFFIX: Record<CardFormat, string> = { og: '', story: '-story', square: '-square' };

/** Address of a card below the origin. Without a language it is the one the test was taken in. */
export const cardPath = (slug: string, format: CardFormat, language?: string): string =>
  `/cards/${slug}${SUFFIX[format]}.png${language ? `?lang=${language}` : ''}`;

export const cardKey = (row: ProfileRow, format: CardFormat, language: string): string =>
  `cards/${row.id}/${drawnAs(row)}/${format}-${language}.png`;

/** Names the PDF of a result in a language, and the job that makes it. */
export const pdfJobId = (row: Pick<ProfileRow, 'id' | 'revision'>, language: string): string =>
  `${row.id}/${drawnAs(row)}/${language}`;
export const pdfKey = (job: string): string => `pdf/${job}.pdf`;

export const profileUrl = (origin: string, slug: string): string => `${origin}/api/v1/profiles/${slug}`;

const LANGUAGES = [undefined, 'ko', 'en'];

/** Makes the edge forget everything public of a slug. */
export async function forgetAtEdge(ctx: Ctx, slug: string | null): Promise<void> {
  if (!slug) return;
  const cards = FORMATS.flatMap((format) =>
    LANGUAGES.map((language) => ctx.origin + cardPath(slug, format, language)),
  );
  await purgeEdge(ctx, [profileUrl(ctx.origin, slug), ...cards]);
}

/** Deletes every card and PDF ever made of a profile. */
export async function deleteFiles({ env }: Ctx, profileId: string): Promise<void> {
  for (const prefix of [`cards/${profileId}/`, `pdf/${profileId}/`]) {
    let cursor: string | undefined;
    do {
      const page = await env.FILES.list({ prefix, ...(cursor && { cursor }) });
      if (page.objects.length > 0) await env.FILES.delete(page.objects.map(({ key }) => key));
      cursor = page.truncated ? page.cursor : undefined;
    } while (cursor);
  }
}
