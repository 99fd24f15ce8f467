import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context.ts';
import { Problem } from './problem.ts';

/** Whether pages of this origin may call: the site itself, or the host that was asked. */
export function originAllowed(origin: string, requested: string, env: Env): boolean {
  return origin === env.SITE_ORIGIN || origin === new URL(requested).origin;
}

const EXPOSED = 'etag, location, retry-after, x-request-id';

const preflight = cors({
  origin: (origin, c) => (originAllowed(origin, c.req.url, c.env) ? origin : null),
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'x-request-id'],
  maxAge: 86_400,
});

/** CORS by allowlist; a state-changing request or a socket from another origin's page is refused outright. */
export const crossOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const { method } = c.req;
  const origin = c.req.header('origin');
  const allowed = origin !== undefined && originAllowed(origin, c.req.url, c.env);
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(method) || c.req.header('upgrade') !== undefined;
  if (origin && changes && !allowed) throw new Problem('origin_not_allowed');
  if (method === 'OPTIONS') return preflight(c, next);
  await next();
  if (c.req.header('upgrade')) return;
  // Set on the answer there is: headers set before it make Hono build the response twice.
  const { headers } = c.res;
  headers.append('vary', 'Origin');
  if (!allowed) return;
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', EXPOSED);
});
