import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { Context } from 'hono';
import type { Role } from './contract/access.ts';
import { addressKey } from './lib/address.ts';

/** What a verb gets. Built once a request; verbs know no Hono and no Request. */
export interface Ctx {
  env: Env;
  db: DrizzleD1Database;
  /** Unix milliseconds at the start of the request. */
  now: number;
  requestId: string;
  /** Origin that links of the answer point to. */
  origin: string;
  caller: Caller;
  /** Whose access token came with the request. Set by the guard of an operation that needs one. */
  user: SignedInUser | null;
  /** Lets work go on after the answer is sent. */
  defer: (work: Promise<unknown>) => void;
}

/** Where a request comes from, as the edge saw it; all null for background work. */
export interface Caller {
  /** IPv4 address, or the /64 of an IPv6 one. Never from X-Forwarded-For. */
  address: string | null;
  agent: string | null;
  /** City or country. */
  place: string | null;
}

export interface SignedInUser {
  id: string;
  role: Role;
  status: 'active' | 'suspended' | 'deleted';
  email: string;
  language: string;
  /** The sign-in the token belongs to. */
  family: string;
  /** When the person last proved who is there, Unix milliseconds. */
  authenticatedAt: number;
}

export interface AppEnv {
  Bindings: Env;
  Variables: { ctx: Ctx; requestId: string };
}

/** Builds the context of a request. The only reader of `c.env`. */
export function requestContext(c: Context<AppEnv>): Ctx {
  const { env, executionCtx } = c;
  return {
    ...backgroundContext(env, executionCtx, c.var.requestId),
    origin: linkOrigin(env, c.req.url),
    caller: callerOf(c.req.raw),
  };
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
    caller: { address: null, agent: null, place: null },
    user: null,
    defer: (work) => execution.waitUntil(work),
  };
}

/** Origin of public addresses. Locally the port varies, so it follows the request; deployed it names the site. */
export const linkOrigin = (env: Env, requested: string): string =>
  env.ENVIRONMENT === 'local' ? new URL(requested).origin : env.SITE_ORIGIN;

function callerOf({ headers, cf }: Request): Caller {
  const place = [cf?.city, cf?.country].filter((part) => typeof part === 'string').join(', ');
  return { address: addressKey(headers), agent: headers.get('user-agent'), place: place || null };
}
