import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppEnv } from '../context.ts';
import { log } from './log.ts';

/** Logs and measures every request by its route pattern, so that no id of a person reaches log or metrics. */
export const measured = createMiddleware<AppEnv>(async (c, next) => {
  const began = performance.now();
  await next();
  const route = routePath(c, -1);
  const { method } = c.req;
  const { status } = c.res;
  const ms = Math.round(performance.now() - began);
  c.env.METRICS.writeDataPoint({
    indexes: [route],
    blobs: [method, route, String(status)],
    doubles: [ms, 1],
  });
  if (c.env.ENVIRONMENT !== 'local' || status >= 500) {
    log('request', { requestId: c.var.requestId, method, route, status, ms });
  }
});
