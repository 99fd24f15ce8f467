import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context.ts';
import { Problem } from './problem.ts';

/** Whether pages of this origin may call: the site itself, or the host that was asked. */
export function originAllowed(origin: string, requested: string, env: Env): boolean {
  return origin === env.SITE_ORIGIN || origin === new URL(requested).origin;
}

const headers = cors({
  origin: (origin, c) => (originAllowed(origin, c.req.url, c.env) ? origin : null),
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'x-request-id'],
  exposeHeaders: ['etag', 'location', 'retry-after', 'x-request-id'],
  maxAge: 86_400,
});

/** CORS by allowlist; a state-changing request or a socket from another origin's page is refused outright. */
export const crossOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const origin = c.req.header('origin');
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || c.req.header('upgrade') !== undefined;
  if (origin && changes && !originAllowed(origin, c.req.url, c.env)) throw new Problem('origin_not_allowed');
  return c.req.header('upgrade') ? next() : headers(c, next);
});
