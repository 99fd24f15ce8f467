import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { Provider } from '../../contract/users.ts';
import { identities } from '../../db/tables/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { notify } from '../../notifications/mail/queue.ts';
import { recordAudit } from '../../users/audit.ts';
import { otherWay } from '../other-way.ts';
import { recentlySignedIn } from '../signed-in.ts';

/** Unlinks a provider, unless only the mailed link would be left. Two at once cannot take both last ways. */
export async function unlinkIdentity(ctx: Ctx, { provider }: { provider: Provider }): Promise<void> {
  const { db } = ctx;
  const { id: userId, email: to, language } = recentlySignedIn(ctx);
  const own = and(eq(identities.userId, userId), eq(identities.provider, provider));
  const gone = await db
    .delete(identities)
    .where(and(own, otherWay(userId, { provider })))
    .returning();
  if (gone.length > 0) {
    await recordAudit(ctx, { action: 'auth.provider_unlinked', subject: userId, details: { provider } });
    await notify(ctx, { to, language, mail: { template: 'provider_unlinked', provider } });
    return;
  }
  const [left] = await db.select({ provider: identities.provider }).from(identities).where(own);
  throw left ? new Problem('last_way_in') : new Problem('identity_not_found', { field: 'path.provider' });
}
