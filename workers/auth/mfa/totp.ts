import { createHmac } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth/bare';
import type { Ctx, SignedInUser } from '../../context.ts';
import { totpSecrets } from '../../db/tables/auth.ts';
import { seal, unseal } from '../../lib/seal.ts';

/** RFC 6238 as every authenticator app understands it. */
const PERIOD = 30;
/** Steps a clock may be off, either way. */
const DRIFT = 1;
/** How long a secret waits for its first code. */
const WAITS_MS = 60 * 60_000;

const app = (secret: Secret, label = '') =>
  new TOTP({
    issuer: 'Teto-Egen',
    label,
    secret,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    hmac: (_, key, message) => createHmac('sha1', key).update(message).digest(),
  });

const purpose = (userId: string): string => `totp ${userId}`;

/** A fresh secret in place of one that was never confirmed. Null when one is confirmed. */
export async function newTotp(
  { db, env, now }: Ctx,
  { id: userId, email }: SignedInUser,
): Promise<{ secret: string; uri: string } | null> {
  const made = new Secret({ size: 20 });
  const secret = await seal(env.SEAL_KEYS, purpose(userId), made.base32);
  const [kept] = await db
    .insert(totpSecrets)
    .values({ userId, secret, createdAt: now })
    .onConflictDoUpdate({
      target: totpSecrets.userId,
      set: { secret, createdAt: now, lastStep: 0 },
      setWhere: isNull(totpSecrets.confirmedAt),
    })
    .returning({ userId: totpSecrets.userId });
  return kept ? { secret: made.base32, uri: app(made, email).toString() } : null;
}

/** Whether a code of the confirmed authenticator app is right. It works once, even when it comes twice at once. */
export async function checkTotp(ctx: Ctx, userId: string, code: string): Promise<boolean> {
  const isUsable = isNotNull(totpSecrets.confirmedAt);
  const [row] = await ctx.db
    .select()
    .from(totpSecrets)
    .where(and(eq(totpSecrets.userId, userId), isUsable));
  const step = row && (await stepOf(ctx, row, code));
  if (!row || !step) return false;
  const used = await ctx.db
    .update(totpSecrets)
    .set({ lastStep: step })
    .where(
      and(
        eq(totpSecrets.userId, userId),
        isUsable,
        eq(totpSecrets.secret, row.secret),
        lt(totpSecrets.lastStep, step),
      ),
    )
    .returning({ userId: totpSecrets.userId });
  return used.length > 0;
}

/** The secret that waits for its first code; undefined when none does. */
export async function waitingTotp({ db, now }: Ctx, userId: string) {
  const [row] = await db
    .select()
    .from(totpSecrets)
    .where(
      and(
        eq(totpSecrets.userId, userId),
        isNull(totpSecrets.confirmedAt),
        gt(totpSecrets.createdAt, now - WAITS_MS),
      ),
    );
  return row;
}

/** The time step a code belongs to, of those that count now; null when it belongs to none. */
export async function stepOf(
  { env, now }: Ctx,
  { userId, secret }: { userId: string; secret: string },
  code: string,
): Promise<number | null> {
  const opened = Secret.fromBase32(await unseal(env.SEAL_KEYS, purpose(userId), secret));
  const delta = app(opened).validate({ token: code, timestamp: now, window: DRIFT });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta;
}
