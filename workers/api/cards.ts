import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type AppEnv, linkOrigin } from '../context.ts';
import { CardFile, CardQuery } from '../contract/cards.ts';
import { EDGE_SECONDS, fromMemoryOrEdge, keepAtEdge } from '../lib/edge-cache.ts';
import { limit } from '../lib/limit.ts';
import { note } from '../lib/measured.ts';
import { valid } from '../lib/validate.ts';
import { readCard } from '../profiles/card.ts';
import { cardPath } from '../profiles/files.ts';
import { stillShared } from '../profiles/find.ts';
import { operation } from './operation.ts';

const cacheControl = `public, max-age=${EDGE_SECONDS}, s-maxage=${EDGE_SECONDS}`;

/**
 * Answers from the edge's cache before anything else is made or asked: most requests for a card end here.
 * Comes first of all middleware, so a kept card carries the headers it was kept with and is noted here.
 */
export const keptCard = createMiddleware<AppEnv>(async (c, next) => {
  const { pathname, searchParams } = new URL(c.req.url);
  const language = searchParams.get('lang');
  const query = language ? `?lang=${encodeURIComponent(language)}` : '';
  const response = await fromMemoryOrEdge(linkOrigin(c.env, c.req.url) + pathname + query);
  if (!response) return next();
  const requestId = crypto.randomUUID();
  response.headers.set('x-request-id', requestId);
  const answer = revalidated(c.req.header('if-none-match'), response);
  note(c.env, requestId, { method: c.req.method, route: '/cards/:file', status: answer.status, ms: 0 });
  return answer;
});

/** Pictures of shared results at stable addresses. */
export const cards = new Hono<AppEnv>().get(
  '/:file',
  operation({
    id: 'getCard',
    tag: 'profiles',
    summary: 'A shared result as a picture: link preview, `-story` or `-square`.',
    media: 'image/png',
    problems: ['card_not_found', 'profile_not_found', 'profile_pending'],
  }),
  limit('RATE_LIMIT_CARDS'),
  valid('param', CardFile),
  valid('query', CardQuery),
  async (c) => {
    const { slug, format } = c.req.valid('param').file;
    const { lang } = c.req.valid('query');
    const { png, etag, row } = await readCard(c.var.ctx, { slug, format, language: lang });
    const response = new Response(png, {
      headers: {
        'content-type': 'image/png',
        'cache-control': cacheControl,
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
        'content-disposition': `inline; filename="teto-egen-${format}.png"`,
        etag,
      },
    });
    const url = c.var.ctx.origin + cardPath(slug, format, lang);
    keepAtEdge(c.var.ctx, url, response, () => stillShared(c.var.ctx, slug, row.revision));
    return revalidated(c.req.header('if-none-match'), response);
  },
);

function revalidated(known: string | undefined, response: Response): Response {
  const etag = response.headers.get('etag');
  const same =
    etag !== null && known?.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  if (!same) return response;
  const headers = new Headers(response.headers);
  headers.delete('content-type');
  headers.delete('content-length');
  return new Response(null, { status: 304, headers });
}
