import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { signAccess } from '../auth/tokens/access.ts';
import { beginFamily } from '../auth/tokens/families.ts';
import { backgroundContext, type Ctx } from '../context.ts';
import type { Role } from '../contract/access.ts';
import { users } from '../db/tables/users.ts';
import { newSlug, newUserId } from '../lib/ids.ts';
import { DEFAULT_PREFERENCES } from '../users/preferences.ts';

export interface Person {
  id: string;
  email: string;
  family: string;
  refreshToken: string;
  /** Fresh access token: give it to `call` as `secret`. */
  token: string;
}

/** The context of a request at this moment, for a test that calls a verb itself. */
export const testContext = (): Ctx => backgroundContext(env, createExecutionContext());

/** Somebody with an account, signed in on a native client; each test makes its own. */
export async function makePerson(
  row: Partial<typeof users.$inferInsert> & { role?: Role } = {},
): Promise<Person> {
  const ctx = testContext();
  const { now } = ctx;
  const id = newUserId();
  const email = `${newSlug().toLowerCase()}@people.example`;
  await ctx.db.insert(users).values({
    ...{ id, email, language: 'ko', createdAt: now, updatedAt: now },
    preferences: DEFAULT_PREFERENCES,
    ...row,
  });
  const { family, refreshToken } = await beginFamily(ctx, {
    userId: id,
    client: 'native',
    factors: ['password'],
  });
  return {
    id,
    email: row.email ?? email,
    family,
    refreshToken,
    token: await signAccess(ctx, { userId: id, family }),
  };
}
