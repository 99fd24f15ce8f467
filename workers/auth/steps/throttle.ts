import { and, eq, gt, inArray, sql } from 'drizzle-orm';
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
  /** Email address; known or not makes no difference. */
  account?: string;
  /** Address of a mail that anybody can cause. */
  mail?: string;
}

interface Key {
  key: string;
  most: number;
  window: number;
}

/**
 * Counts a try before anything is compared, and refuses (`rate_limited`, with the time to wait) once there were too many.
 * Counted across factors: ten wrong passwords and ten wrong codes are twenty tries. The address comes first and each count
 * only where those before it allow: whoever is refused cannot use up what is somebody else's.
 */
export async function countTry(ctx: Ctx, tried: Tried): Promise<void> {
  for (const one of await keysOf(ctx, tried)) {
    const { count, until } = await countOne(ctx, one);
    if (count <= one.most) continue;
    const begins = /^[ad]:/.test(one.key) && count === one.most + 1;
    // Behind the answer, which is the same for an account that exists and one that does not.
    if (begins && tried.account) ctx.defer(noteLock(ctx, tried.account));
    throw new Problem('rate_limited', { retryAfter: Math.max(1, Math.ceil((until - ctx.now) / 1000)) });
  }
}

async function countOne({ db, now }: Ctx, { key, window }: Key): Promise<{ count: number; until: number }> {
  const [row] = await db
    .insert(attempts)
    .values({ key, count: 1, until: now + window })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        count: sql`CASE WHEN ${attempts.until} <= ${now} THEN 1 ELSE ${attempts.count} + 1 END`,
        until: sql`CASE WHEN ${attempts.until} <= ${now} THEN ${now + window} ELSE ${attempts.until} END`,
      },
    })
    .returning();
  return row ?? { count: 0, until: now };
}

async function noteLock(ctx: Ctx, account: string): Promise<void> {
  const [user] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, account.toLowerCase()));
  if (user) await recordAudit({ ...ctx, user: null }, { action: 'auth.locked', subject: user.id });
}

/** Gives a try from this address back: it was right, and a school behind one address must not lock itself out. */
export async function giveBackTry(ctx: Ctx): Promise<void> {
  const [address] = await keysOf(ctx, {});
  if (!address) return;
  await ctx.db
    .update(attempts)
    .set({ count: sql`${attempts.count} - 1` })
    .where(and(eq(attempts.key, address.key), gt(attempts.count, 0)));
}

/** Forgets the tries at an account once its owner is in. */
export async function forgiveTries({ db }: Ctx, account: string): Promise<void> {
  const keys = (await named(LIMITS.account, account)).map(({ key }) => key);
  await db.delete(attempts).where(inArray(attempts.key, keys));
}

async function named(limits: (typeof LIMITS)[keyof typeof LIMITS], who: string): Promise<Key[]> {
  const hash = (await sha256(who.toLowerCase())).slice(0, 22);
  return limits.map(({ name, most, window }) => ({ key: `${name}:${hash}`, most, window }));
}

async function keysOf({ caller }: Ctx, { account, mail }: Tried): Promise<Key[]> {
  return [
    ...(caller.address ? await named(LIMITS.address, caller.address) : []),
    ...(account ? await named(LIMITS.account, account) : []),
    ...(mail ? await named(LIMITS.mail, mail) : []),
  ];
}
