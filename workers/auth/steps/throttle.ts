import { eq, inArray, or, sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { attempts } from '../../db/tables/auth.ts';
import { users } from '../../db/tables/users.ts';
import { sha256 } from '../../lib/ids.ts';
import { Problem } from '../../lib/problem.ts';
import { recordAudit } from '../../users/audit.ts';

const MINUTE = 60_000;
/** Tries at one account, whatever the factor; from one address, whoever is tried; mails somebody can make us send. */
const LIMITS = {
  account: [
    { name: 'a', most: 10, window: 15 * MINUTE },
    { name: 'd', most: 50, window: 24 * 60 * MINUTE },
  ],
  address: [{ name: 'i', most: 60, window: 15 * MINUTE }],
  mail: [{ name: 'm', most: 5, window: 60 * MINUTE }],
} as const;

interface Tried {
  /** Email address or user id; known or not makes no difference. */
  account?: string;
  /** Address of a mail that anybody can cause. */
  mail?: string;
}

/**
 * Counts a try before anything is compared, and refuses (`rate_limited`, with the time to wait) once there were too many.
 * Counted across factors: ten wrong passwords and ten wrong codes are twenty tries.
 */
export async function countTry(ctx: Ctx, tried: Tried): Promise<void> {
  const keys = await keysOf(ctx, tried);
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
  const mostOf = (key: string): number => keys.find((one) => one.key === key)?.most ?? 0;
  const over = counted.filter(({ key, count }) => count > mostOf(key));
  if (over.length === 0) return;
  const begins = over.some(({ key, count }) => /^[ad]:/.test(key) && count === mostOf(key) + 1);
  // Behind the answer, which is the same for an account that exists and one that does not.
  if (begins && tried.account) ctx.defer(noteLock(ctx, tried.account));
  const wait = Math.max(...over.map(({ until }) => until - now));
  throw new Problem('rate_limited', { retryAfter: Math.max(1, Math.ceil(wait / 1000)) });
}

async function noteLock(ctx: Ctx, account: string): Promise<void> {
  const [user] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(or(eq(users.email, account.toLowerCase()), eq(users.id, account)));
  if (user) await recordAudit({ ...ctx, user: null }, { action: 'auth.locked', subject: user.id });
}

/** Forgets the tries at an account once its owner is in. Those of the address stay. */
export async function forgiveTries(ctx: Ctx, account: string): Promise<void> {
  const nowhere = { ...ctx, caller: { ...ctx.caller, address: null } };
  const keys = (await keysOf(nowhere, { account })).map(({ key }) => key);
  await ctx.db.delete(attempts).where(inArray(attempts.key, keys));
}

async function keysOf({ caller }: Ctx, { account, mail }: Tried) {
  const named = async (limits: (typeof LIMITS)[keyof typeof LIMITS], who: string) => {
    const hash = (await sha256(who.toLowerCase())).slice(0, 22);
    return limits.map(({ name, most, window }) => ({ key: `${name}:${hash}`, most, window }));
  };
  return [
    ...(account ? await named(LIMITS.account, account) : []),
    ...(mail ? await named(LIMITS.mail, mail) : []),
    ...(caller.address ? await named(LIMITS.address, caller.address) : []),
  ];
}
