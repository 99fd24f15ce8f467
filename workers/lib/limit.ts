import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context.ts';
import { Problem } from './problem.ts';

type Limiter = 'RATE_LIMIT' | 'RATE_LIMIT_CARDS' | 'RATE_LIMIT_AUTH';

/** Limits requests by address. Answers 429 with Retry-After. */
export function limit(limiter: Limiter) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const key = addressKey(c.req.raw.headers);
    // Only the edge can set it: it replaces what a client sends. The site's own requests have none.
    if (key) {
      const { success } = await c.env[limiter].limit({ key });
      if (!success) throw new Problem('rate_limited', { retryAfter: 60 });
    }
    await next();
  });
}

/** An IPv4 address as it is, an IPv6 one by its /64: one household, one key. */
export function addressKey(headers: Headers): string | null {
  const address = headers.get('cf-connecting-ip');
  if (!address?.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  while (address.includes('::') && groups.length + rest.length < 8) groups.push('0');
  return [...groups, ...rest].slice(0, 4).join(':');
}
