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

export function keepAtEdge({ defer }: Ctx, url: string, response: Response): void {
  defer(caches.default.put(url, response.clone()));
}

export async function purgeEdge({ env, defer }: Ctx, urls: string[]): Promise<void> {
  await Promise.all(urls.map((url) => caches.default.delete(url)));
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
