import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { challenges } from '../db/tables/auth.ts';
import { audit, users } from '../db/tables/users.ts';
import { Problem } from '../lib/problem.ts';
import { notify } from '../notifications/mail/queue.ts';
import { auditRow } from '../users/audit.ts';
import { taken } from './create-account.ts';
import { signedIn } from './signed-in.ts';
import { peekStep, takeStep, tryStep } from './steps/challenges.ts';
import { isCode } from './steps/codes.ts';
import { countTry } from './steps/throttle.ts';

/** Moves the account to the address the code was mailed to, and tells the old one. Links mailed there end. */
export async function confirmEmail(
  ctx: Ctx,
  { challenge, code }: { challenge: string; code: string },
): Promise<void> {
  const { db, now } = ctx;
  const { id, email: before, language } = signedIn(ctx);
  const waiting = await peekStep(ctx, 'email_change', challenge);
  if (waiting.userId !== id) throw new Problem('challenge_expired');
  await countTry(ctx, { account: before });
  const { data } = await tryStep(ctx, 'email_change', challenge);
  if (!(await isCode(data.codeHash, challenge, code))) throw new Problem('code_wrong', { field: 'code' });
  await takeStep(ctx, 'email_change', challenge);
  try {
    await db.batch([
      db.update(users).set({ email: data.email, updatedAt: now }).where(eq(users.id, id)),
      db.delete(challenges).where(eq(challenges.userId, id)),
      db.insert(audit).values(auditRow(ctx, { action: 'auth.email_changed', subject: id })),
    ]);
  } catch (error) {
    throw taken(error) ?? error;
  }
  const mail = { template: 'email_changed', to: data.email } as const;
  await notify(ctx, { to: before, language, mail });
}
