import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { Context } from 'hono';

/** What a verb gets. Built once a request; verbs know no Hono and no Request. */
export interface Ctx {
  env: Env;
  db: DrizzleD1Database;
  /** Unix milliseconds at the start of the request. */
  now: number;
  requestId: string;
  /** Origin that links of the answer point to. */
  origin: string;
  /** Lets work go on after the answer is sent. */
  defer: (work: Promise<unknown>) => void;
}

export interface AppEnv {
  Bindings: Env;
  Variables: { ctx: Ctx; requestId: string };
}

/** Builds the context of a request. The only reader of `c.env`. */
export function requestContext(c: Context<AppEnv>): Ctx {
  const { env, executionCtx } = c;
  return { ...backgroundContext(env, executionCtx, c.var.requestId), origin: linkOrigin(env, c.req.url) };
}

/** The context of a queue batch, an alarm or a scheduled job. */
export function backgroundContext(
  env: Env,
  execution: { waitUntil(work: Promise<unknown>): void },
  requestId: string = crypto.randomUUID(),
): Ctx {
  return {
    env,
    db: drizzle(env.DB),
    now: Date.now(),
    requestId,
    origin: env.SITE_ORIGIN,
    defer: (work) => execution.waitUntil(work),
  };
}

/** Origin of public addresses. Locally the port varies, so it follows the request; deployed it names the site. */
export const linkOrigin = (env: Env, requested: string): string =>
  env.ENVIRONMENT === 'local' ? new URL(requested).origin : env.SITE_ORIGIN;
