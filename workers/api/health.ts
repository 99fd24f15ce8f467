import { Hono } from 'hono';
import type { AppEnv } from '../context.ts';
import { limit } from '../lib/limit.ts';
import { checkBindings } from '../lib/ready.ts';

/** Alive: the Worker answers. Ready: every binding does, each by its name. */
export const health = new Hono<AppEnv>()
  .get('/health', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
  .get('/ready', limit('RATE_LIMIT'), async (c) => {
    const bindings = await checkBindings(c.env);
    const ready = Object.values(bindings).every((state) => state === 'ok');
    return c.json({ status: ready ? 'ok' : 'degraded', bindings }, ready ? 200 : 503, {
      'cache-control': 'no-store',
    });
  });
