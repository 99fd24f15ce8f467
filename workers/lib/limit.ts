import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context.ts';
import { addressKey } from './address.ts';
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
