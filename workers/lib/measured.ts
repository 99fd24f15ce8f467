import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppEnv } from '../context.ts';
import { log } from './log.ts';

interface Done {
  method: string;
  /** The route's pattern, never the path asked. */
  route: string;
  status: number;
  ms: number;
}

/** Notes a request that was answered, by its route pattern: no id of a person reaches log or metrics. */
export function note(env: Env, requestId: string, { method, route, status, ms }: Done): void {
  env.METRICS.writeDataPoint({
    indexes: [route],
    blobs: [method, route, String(status)],
    doubles: [ms, 1],
  });
  if (env.ENVIRONMENT !== 'local' || status >= 500) log('request', { requestId, method, route, status, ms });
}

/** Measures whatever passes through it. */
export const measured = createMiddleware<AppEnv>(async (c, next) => {
  const began = performance.now();
  await next();
  const ms = Math.round(performance.now() - began);
  const { method } = c.req;
  note(c.env, c.var.requestId, { method, route: routePath(c, -1), status: c.res.status, ms });
});
