import { and, desc, eq, gt, isNull, type SQL } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { Client } from '../../contract/auth.ts';
import { refreshFamilies } from '../../db/tables/auth.ts';
import { base64url, newFamilyId, newSecret, newSlug, sha256 } from '../../lib/ids.ts';
import { DAY_MS } from '../../lib/time.ts';
import { deviceName } from './device.ts';

/** A sign-in ends after this long without use. */
export const IDLE_MS = 30 * DAY_MS;
/** And after this long however much it is used. */
export const LONGEST_MS = 180 * DAY_MS;

export type FamilyRow = typeof refreshFamilies.$inferSelect;

interface Begin {
  userId: string;
  client: Client;
  factors: string[];
}

/** Begins a sign-in: a family of refresh tokens, and its first token. */
export async function beginFamily(
  { db, now, caller }: Ctx,
  { userId, client, factors }: Begin,
): Promise<{ family: string; refreshToken: string }> {
  const [id, handle, secret] = [newFamilyId(), newSlug(), newSecret()];
  await db.insert(refreshFamilies).values({
    ...{ id, userId, handle, client, factors },
    currentHash: await sha256(secret),
    device: deviceName(caller.agent),
    place: caller.place,
    ...{ rotatedAt: now, authenticatedAt: now, createdAt: now, lastSeenAt: now },
    expiresAt: now + IDLE_MS,
  });
  return { family: id, refreshToken: `${handle}.${secret}` };
}

/**
 * The secret that follows another in its family: derived, so that two tabs that refresh at the same moment get the same
 * one, from the old secret (not in the database) and a salt (nowhere else).
 */
export async function nextSecret(secret: string, salt: string): Promise<string> {
  const bytes = new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(salt))));
}

/** The sign-ins of an account that still work, latest use first. */
export function liveFamilies({ db, now }: Ctx, userId: string): Promise<FamilyRow[]> {
  return db
    .select()
    .from(refreshFamilies)
    .where(
      and(
        eq(refreshFamilies.userId, userId),
        isNull(refreshFamilies.revokedAt),
        gt(refreshFamilies.expiresAt, now),
      ),
    )
    .orderBy(desc(refreshFamilies.lastSeenAt));
}

/** Statement: ends the sign-ins of an account, or those of them that `which` picks. Answers one row each. */
export const endSignIns = ({ db, now }: Ctx, userId: string, which?: SQL) =>
  db
    .update(refreshFamilies)
    .set({ revokedAt: now })
    .where(and(eq(refreshFamilies.userId, userId), isNull(refreshFamilies.revokedAt), which))
    .returning({ id: refreshFamilies.id });

/** Ends one sign-in of an account. False when there is none to end. */
export const revokeFamily = async (ctx: Ctx, userId: string, id: string): Promise<boolean> =>
  (await endSignIns(ctx, userId, eq(refreshFamilies.id, id))).length > 0;

/** Notes that the person of a sign-in has just proved who is there. */
export async function noteAuthenticated({ db, now }: Ctx, id: string): Promise<void> {
  await db.update(refreshFamilies).set({ authenticatedAt: now }).where(eq(refreshFamilies.id, id));
}
