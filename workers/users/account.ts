import { and, count, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { PERMISSIONS, type Permission, permits } from '../contract/access.ts';
import type { Account } from '../contract/users.ts';
import { identities, passkeys, recoveryCodes, totpSecrets } from '../db/tables/auth.ts';
import { users } from '../db/tables/users.ts';
import { Problem } from '../lib/problem.ts';
import { iso, isoOrNull } from '../lib/time.ts';

export type UserRow = typeof users.$inferSelect;

export async function findUser({ db }: Ctx, id: string): Promise<UserRow> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  if (!row) throw new Problem('user_not_found', { field: 'path.id' });
  return row;
}

/** Holds while the account is as `condition` says: for the statements of a batch that depend on one before them. */
export const userIs = (id: string, condition: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM users WHERE ${and(eq(users.id, id), condition)})`;

/** The second factors of an account: those set up, and the recovery codes not used yet. */
export async function factorsOf({ db }: Ctx, id: string): Promise<Account['mfa']> {
  const [[totp], [keys], [codes]] = await db.batch([
    db.select({ at: totpSecrets.confirmedAt }).from(totpSecrets).where(eq(totpSecrets.userId, id)),
    db.select({ n: count() }).from(passkeys).where(eq(passkeys.userId, id)),
    db
      .select({ n: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.userId, id), isNull(recoveryCodes.usedAt))),
  ]);
  return { totp: Boolean(totp?.at), passkeys: keys?.n ?? 0, recoveryCodes: codes?.n ?? 0 };
}

/** An account as its owner sees it. */
export async function accountView(ctx: Ctx, row: UserRow): Promise<Account> {
  const { id, email, name, role, status, language, createdAt, deleteAfter, passwordHash } = row;
  const [mfa, linked] = await Promise.all([
    factorsOf(ctx, id),
    ctx.db.select({ provider: identities.provider }).from(identities).where(eq(identities.userId, id)),
  ]);
  return {
    ...{ id, email, name, role, status, language },
    createdAt: iso(createdAt),
    deleteAfter: isoOrNull(deleteAfter),
    hasPassword: passwordHash !== null,
    mfa,
    providers: linked.map(({ provider }) => provider),
    permissions: (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => permits(role, permission)),
  };
}
