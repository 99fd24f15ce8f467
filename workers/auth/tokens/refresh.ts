import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { Client } from '../../contract/auth.ts';
import { refreshFamilies } from '../../db/tables/auth.ts';
import { users } from '../../db/tables/users.ts';
import { newSecret, sameHash, sha256 } from '../../lib/ids.ts';
import { Problem } from '../../lib/problem.ts';
import { notify } from '../../notifications/mail/queue.ts';
import { recordAudit } from '../../users/audit.ts';
import { deviceName } from './device.ts';
import { type FamilyRow, IDLE_MS, LONGEST_MS, nextSecret, revokeFamily } from './families.ts';

/** Two tabs may bring the same token; this long after, the one before the current one still gets the same answer. */
const GRACE_MS = 10_000;

interface Refreshed {
  userId: string;
  family: string;
  client: Client;
  refreshToken: string;
}

/**
 * Exchanges a refresh token for the next one of its family. A token used before ends the family: one of the two who
 * brought it stole it. Refuses as `refresh_invalid`, whatever the reason.
 */
export async function rotate(ctx: Ctx, token: string): Promise<Refreshed> {
  const [handle = '', secret = ''] = token.split('.');
  const hash = await sha256(secret);
  const row = await findFamily(ctx, handle);
  if (!row) throw new Problem('refresh_invalid');
  if (sameHash(row.currentHash, hash)) {
    const salt = newSecret();
    const next = await nextSecret(secret, salt);
    if (await advance(ctx, row, { salt, hash: await sha256(next) })) return answer(row, next);
  }
  // Another request was first, or this token is an old one.
  const now = await findFamily(ctx, handle);
  if (!now) throw new Problem('refresh_invalid');
  const previous = now.previousHash !== null && sameHash(now.previousHash, hash);
  if (previous && now.salt && ctx.now - now.rotatedAt <= GRACE_MS) {
    return answer(now, await nextSecret(secret, now.salt));
  }
  await endStolen(ctx, now);
  throw new Problem('refresh_invalid');
}

const answer = ({ handle, userId, id, client }: FamilyRow, secret: string): Refreshed => ({
  ...{ userId, client, family: id },
  refreshToken: `${handle}.${secret}`,
});

/** The family of a token that is, or just was, its good one; null for any other. Changes nothing. */
export async function ownsToken(ctx: Ctx, token: string): Promise<FamilyRow | null> {
  const [handle = '', secret = ''] = token.split('.');
  const hash = await sha256(secret);
  const row = await findFamily(ctx, handle);
  const known = [row?.currentHash, row?.previousHash].some((one) => one && sameHash(one, hash));
  return row && known ? row : null;
}

async function findFamily({ db, now }: Ctx, handle: string): Promise<FamilyRow | undefined> {
  const [row] = await db.select().from(refreshFamilies).where(eq(refreshFamilies.handle, handle));
  return row && row.revokedAt === null && row.expiresAt > now ? row : undefined;
}

/** Of many who bring the same token, one advances the family. */
async function advance(
  { db, now, caller }: Ctx,
  row: FamilyRow,
  next: { salt: string; hash: string },
): Promise<boolean> {
  const advanced = await db
    .update(refreshFamilies)
    .set({
      previousHash: row.currentHash,
      currentHash: next.hash,
      salt: next.salt,
      ...{ rotatedAt: now, lastSeenAt: now, expiresAt: Math.min(now + IDLE_MS, row.createdAt + LONGEST_MS) },
      device: deviceName(caller.agent),
      place: caller.place,
    })
    .where(
      and(
        eq(refreshFamilies.id, row.id),
        eq(refreshFamilies.currentHash, row.currentHash),
        isNull(refreshFamilies.revokedAt),
      ),
    )
    .returning({ id: refreshFamilies.id });
  return advanced.length > 0;
}

async function endStolen(ctx: Ctx, { id, userId, device }: FamilyRow): Promise<void> {
  if (!(await revokeFamily(ctx, userId, id))) return;
  await recordAudit(ctx, { action: 'auth.refresh_reused', subject: userId, details: { family: id } });
  const [user] = await ctx.db
    .select({ email: users.email, language: users.language })
    .from(users)
    .where(eq(users.id, userId));
  if (!user) return;
  const { email: to, language } = user;
  await notify(ctx, { id: `reused:${id}`, to, language, mail: { template: 'token_reused', device } });
}
