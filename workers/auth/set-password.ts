import { eq, ne } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { challenges, refreshFamilies } from '../db/tables/auth.ts';
import { audit, users } from '../db/tables/users.ts';
import { notify } from '../notifications/mail/queue.ts';
import { auditRow } from '../users/audit.ts';
import { endSignIns } from './tokens/families.ts';

interface Change {
  user: { id: string; email: string; language: string };
  /** PHC string. */
  hash: string;
  /** The sign-in that stays; none after a reset. */
  except: string | null;
  action: 'auth.password_changed' | 'auth.password_reset';
}

/**
 * Gives an account a password. At once with it end every other sign-in and every step begun with what held before, and it
 * is written down; then its owner is told.
 */
export async function setPassword(ctx: Ctx, { user, hash, except, action }: Change): Promise<void> {
  const { db, now } = ctx;
  const { id, email: to, language } = user;
  await db.batch([
    db.update(users).set({ passwordHash: hash, updatedAt: now }).where(eq(users.id, id)),
    endSignIns(ctx, id, except ? ne(refreshFamilies.id, except) : undefined),
    db.delete(challenges).where(eq(challenges.userId, id)),
    db.insert(audit).values(auditRow(ctx, { action, subject: id })),
  ]);
  await notify(ctx, { to, language, mail: { template: 'password_changed' } });
}
