import type { Hono } from 'hono';
import type { AppEnv } from '../context.ts';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/** The methods a path answers to; none when there is nothing at it. Middleware, which answers to all, does not count. */
export function methodsAt({ router }: Hono<AppEnv>, path: string): string[] {
  const found = METHODS.filter((method) =>
    router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return found.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}
