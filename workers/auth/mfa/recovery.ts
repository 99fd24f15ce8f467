import { and, eq, isNull, not, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { passkeys, recoveryCodes, totpSecrets } from '../../db/tables/auth.ts';
import { sha256 } from '../../lib/ids.ts';

const COUNT = 10;
const HALF = 5;
/** 32 signs nobody takes for another (no l, o, 0, 1): five bits each, fifty a code. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

interface Made {
  /** `xxxxx-xxxxx`, shown once. */
  codes: string[];
  /** What is kept of them: a JSON array. */
  hashes: string;
}

/** Ten fresh codes of an account. */
export async function makeCodes(userId: string): Promise<Made> {
  const codes = Array.from({ length: COUNT }, () => {
    const signs = [...crypto.getRandomValues(new Uint8Array(2 * HALF))].map((byte) => ALPHABET[byte & 31]);
    return `${signs.slice(0, HALF).join('')}-${signs.slice(HALF).join('')}`;
  });
  const hashes = await Promise.all(codes.map((code) => hashOf(userId, code)));
  return { codes, hashes: JSON.stringify(hashes) };
}

/** Case and dash do not count. The account is part of it: equal codes of two people have different hashes. */
const hashOf = (userId: string, code: string): Promise<string> =>
  sha256(`${userId} ${code.toLowerCase().replaceAll('-', '')}`);

/** Holds while an account has a second factor that could be asked for. */
const hasFactor = (userId: string): SQL => sql`(
  EXISTS (SELECT 1 FROM ${totpSecrets} WHERE user_id = ${userId} AND confirmed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM ${passkeys} WHERE user_id = ${userId}))`;

/** Statement: keeps codes while there is a second factor. Answers one row a code, or none. */
export const keepCodes = ({ db }: Ctx, userId: string, { hashes }: Made) =>
  db
    .insert(recoveryCodes)
    .select(sql`SELECT ${userId}, value, NULL FROM json_each(${hashes}) WHERE ${hasFactor(userId)}`)
    .returning({ hash: recoveryCodes.hash });

/** Statement: the same with the first second factor only, when the account has no codes yet, used or not. */
export const keepFirstCodes = ({ db }: Ctx, userId: string, { hashes }: Made) =>
  db
    .insert(recoveryCodes)
    .select(
      sql`SELECT ${userId}, value, NULL FROM json_each(${hashes}) WHERE ${hasFactor(userId)}
        AND NOT EXISTS (SELECT 1 FROM ${recoveryCodes} WHERE user_id = ${userId})`,
    )
    .returning({ hash: recoveryCodes.hash });

/** Statement: forgets every code. */
export const dropCodes = ({ db }: Ctx, userId: string) =>
  db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));

/** Statement: forgets every code once no second factor is left. */
export const dropIdleCodes = ({ db }: Ctx, userId: string) =>
  db.delete(recoveryCodes).where(and(eq(recoveryCodes.userId, userId), not(hasFactor(userId))));

/** Whether a recovery code is right. It works once, even when it comes twice at once. */
export async function spendRecoveryCode({ db, now }: Ctx, userId: string, code: string): Promise<boolean> {
  const spent = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.hash, await hashOf(userId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ hash: recoveryCodes.hash });
  return spent.length > 0;
}
