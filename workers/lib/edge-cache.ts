import type { Ctx } from '../context.ts';
import { describeError, log } from './log.ts';

/**
 * Public answers in the edge's cache, by their full address.
 * A purge empties this location at once and, when a zone token is set, every other location too;
 * without one the other locations forget within `EDGE_SECONDS`.
 */
export const EDGE_SECONDS = 60;

interface Zone {
  CLOUDFLARE_ZONE_ID?: string;
  CLOUDFLARE_PURGE_TOKEN?: string;
}

export async function fromEdge(url: string): Promise<Response | undefined> {
  return caches.default.match(url);
}

const HOT_MS = 2000;
const HOT_MOST = 64;
const hot = new Map<string, { body: ArrayBuffer; headers: [string, string][]; until: number }>();

/**
 * As `fromEdge`, and from this isolate's memory for two seconds more: a picture that goes round is asked for many
 * times a second. A purge empties the memory of its own isolate at once; any other forgets within those two seconds.
 */
export async function fromMemoryOrEdge(url: string): Promise<Response | undefined> {
  const now = Date.now();
  const known = hot.get(url);
  if (known && known.until > now) return new Response(known.body, { headers: known.headers });
  const hit = await fromEdge(url);
  if (!hit) return undefined;
  const headers = [...hit.headers];
  const body = await hit.arrayBuffer();
  if (hot.size >= HOT_MOST) hot.clear();
  hot.set(url, { body, headers, until: now + HOT_MS });
  return new Response(body, { headers });
}

const MOST_ASKED = 5000;
const asked = new Set<string>();

/** True from the second time on in this isolate: most results are looked at once, and keeping costs more than reading. */
export function askedBefore(url: string): boolean {
  if (asked.has(url)) return true;
  if (asked.size >= MOST_ASKED) asked.clear();
  asked.add(url);
  return false;
}

const KEPT_HEADERS =
  /^(content-(type|length|disposition)|x-content-type-options|cache-control|cross-origin-resource-policy|etag)$/;

/**
 * Keeps an answer, without the headers of this one request. `still` tells, once it is kept, whether it is still true:
 * a change may have purged the address between reading and keeping.
 */
export function keepAtEdge(
  { defer }: Ctx,
  url: string,
  response: Response,
  still: () => Promise<boolean>,
): void {
  const copy = response.clone();
  const headers = [...copy.headers].filter(([name]) => KEPT_HEADERS.test(name));
  defer(keep(url, new Response(copy.body, { headers }), still));
}

async function keep(url: string, copy: Response, still: () => Promise<boolean>): Promise<void> {
  await caches.default.put(url, copy);
  if (await still()) return;
  await caches.default.delete(url);
  hot.delete(url);
}

export async function purgeEdge({ env, defer }: Ctx, urls: string[]): Promise<void> {
  await Promise.all(urls.map((url) => caches.default.delete(url)));
  for (const url of urls) hot.delete(url);
  const { CLOUDFLARE_ZONE_ID: zone, CLOUDFLARE_PURGE_TOKEN: token } = env as Zone;
  if (zone && token) defer(purgeZone(zone, token, urls));
}

async function purgeZone(zone: string, token: string, files: string[]): Promise<void> {
  try {
    const answer = await fetch(`https://api.cloudflare.com/client/v4/zones/${zone}/purge_cache`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ files }),
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok) log('purge.refused', { status: answer.status });
  } catch (error) {
    log('purge.failed', describeError(error));
  }
}
