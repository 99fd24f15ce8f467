import { and, eq, ne, notExists, sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { OAuthAnswer } from '../../contract/auth.ts';
import type { Provider } from '../../contract/users.ts';
import { identities } from '../../db/tables/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { notify } from '../../notifications/mail/queue.ts';
import { accountView, findUser } from '../../users/account.ts';
import { recordAudit } from '../../users/audit.ts';
import { signedIn } from '../signed-in.ts';

interface Identity {
  provider: Provider;
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
    await notify(ctx, { to: email, language, mail: { template: 'provider_linked', provider } });
  }
  return { next: 'linked', user: await accountView(ctx, await findUser(ctx, userId)) };
}
