import { inArray, sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { attempts } from '../../db/tables/auth.ts';
import { sha256 } from '../../lib/ids.ts';
import { Problem } from '../../lib/problem.ts';

const MINUTE = 60_000;
/** Tries at one account, whatever the factor, and from one address, whoever is tried. */
const LIMITS = {
  account: [
    { name: 'a', most: 10, window: 15 * MINUTE },
    { name: 'A', most: 50, window: 24 * 60 * MINUTE },
  ],
  address: [{ name: 'i', most: 60, window: 15 * MINUTE }],
} as const;

interface Tried {
  /** Email address or user id; known or not makes no difference. */
  account?: string;
}

/**
 * Counts a try before anything is compared, and refuses (`rate_limited`, with the time to wait) once there were too many.
 * Counted across factors: ten wrong passwords and ten wrong codes are twenty tries.
 */
export async function countTry(ctx: Ctx, { account }: Tried): Promise<void> {
  const keys = await keysOf(ctx, account);
  if (keys.length === 0) return;
  const { db, now } = ctx;
  const [first, ...rest] = keys.map(({ key, window }) =>
    db
      .insert(attempts)
      .values({ key, count: 1, until: now + window })
      .onConflictDoUpdate({
        target: attempts.key,
        set: {
          count: sql`CASE WHEN ${attempts.until} <= ${now} THEN 1 ELSE ${attempts.count} + 1 END`,
          until: sql`CASE WHEN ${attempts.until} <= ${now} THEN ${now + window} ELSE ${attempts.until} END`,
        },
      })
      .returning(),
  );
  if (!first) return;
  const counted = (await db.batch([first, ...rest])).flat();
  const over = counted.filter(({ key, count }) => count > (keys.find((one) => one.key === key)?.most ?? 0));
  if (over.length === 0) return;
  const wait = Math.max(...over.map(({ until }) => until - now));
  throw new Problem('rate_limited', { retryAfter: Math.max(1, Math.ceil(wait / 1000)) });
}

/** Forgets the tries at an account once its owner is in. Those of the address stay. */
export async function forgiveTries(ctx: Ctx, account: string): Promise<void> {
  const keys = (await keysOf({ ...ctx, caller: { ...ctx.caller, address: null } }, account)).map(
    ({ key }) => key,
  );
  await ctx.db.delete(attempts).where(inArray(attempts.key, keys));
}

async function keysOf({ caller }: Ctx, account: string | undefined) {
  const named = async (limits: (typeof LIMITS)[keyof typeof LIMITS], who: string) => {
    const hash = (await sha256(who.toLowerCase())).slice(0, 22);
    return limits.map(({ name, most, window }) => ({ key: `${name}:${hash}`, most, window }));
  };
  return [
    ...(account ? await named(LIMITS.account, account) : []),
    ...(caller.address ? await named(LIMITS.address, caller.address) : []),
  ];
}
