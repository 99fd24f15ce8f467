import { and, eq, ne, notExists, sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { OAuthAnswer } from '../../contract/auth.ts';
import { identities, passkeys } from '../../db/tables/auth.ts';
import { users } from '../../db/tables/users.ts';
import { Problem } from '../../lib/problem.ts';
import { sendMail } from '../../notifications/mail/queue.ts';
import { accountView, findUser } from '../../users/account.ts';
import { recordAudit } from '../../users/audit.ts';
import { recentlySignedIn, signedIn } from '../signed-in.ts';
import type { ProviderName } from './traits.ts';

interface Identity {
  provider: ProviderName;
  subject: string;
}

/** Links a provider account to who is signed in, in place of an older one of the same provider. */
export async function linkIdentity(ctx: Ctx, { provider, subject }: Identity): Promise<OAuthAnswer> {
  const { db, now } = ctx;
  const { id: userId, email, language } = signedIn(ctx);
  const same = and(eq(identities.provider, provider), eq(identities.subject, subject));
  const [, added, [owned]] = await db.batch([
    db.delete(identities).where(
      and(
        eq(identities.userId, userId),
        eq(identities.provider, provider),
        ne(identities.subject, subject),
        // Not before it is sure that the new one can come.
        notExists(
          db
            .select({ one: sql`1` })
            .from(sql`identities AS other`)
            .where(sql`other.provider = ${provider} AND other.subject = ${subject}`),
        ),
      ),
    ),
    db
      .insert(identities)
      .values({ provider, subject, userId, createdAt: now })
      .onConflictDoNothing()
      .returning({ userId: identities.userId }),
    db.select({ userId: identities.userId }).from(identities).where(same),
  ]);
  if (owned?.userId !== userId) throw new Problem('identity_taken');
  if (added.length > 0) {
    await recordAudit(ctx, { action: 'auth.provider_linked', subject: userId, details: { provider } });
    await sendMail(ctx, { to: email, language, mail: { template: 'provider_linked', provider } });
  }
  return { next: 'linked', user: await accountView(ctx, await findUser(ctx, userId)) };
}

/** Unlinks a provider, unless nothing would be left to sign in with. Two at once cannot take both last ways. */
export async function unlinkIdentity(ctx: Ctx, { provider }: { provider: ProviderName }): Promise<void> {
  const { db } = ctx;
  const { id: userId } = recentlySignedIn(ctx);
  const own = and(eq(identities.userId, userId), eq(identities.provider, provider));
  const otherWay = sql`(
    EXISTS (SELECT 1 FROM ${users} WHERE ${users.id} = ${userId} AND ${users.passwordHash} IS NOT NULL)
    OR EXISTS (SELECT 1 FROM ${passkeys} WHERE ${passkeys.userId} = ${userId})
    OR EXISTS (SELECT 1 FROM identities AS other WHERE other.user_id = ${userId} AND other.provider <> ${provider})
  )`;
  const gone = await db.delete(identities).where(and(own, otherWay)).returning();
  if (gone.length > 0) {
    await recordAudit(ctx, { action: 'auth.provider_unlinked', subject: userId, details: { provider } });
    return;
  }
  const [left] = await db.select({ provider: identities.provider }).from(identities).where(own);
  throw left ? new Problem('last_way_in') : new Problem('identity_not_found', { field: 'path.provider' });
}
