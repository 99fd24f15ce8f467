import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { CodeSent } from '../contract/auth.ts';
import { users } from '../db/tables/users.ts';
import { newSecret, newSlug } from '../lib/ids.ts';
import { Problem } from '../lib/problem.ts';
import { sendMail } from '../notifications/mail/queue.ts';
import type { Mail } from '../queues/messages.ts';
import { alreadyRegistered } from './begin-sign-up.ts';
import { recentlySignedIn } from './signed-in.ts';
import { beginStep, endSteps } from './steps/challenges.ts';
import { codeHash, newCode } from './steps/codes.ts';
import { countTry } from './steps/throttle.ts';

const MINUTES = 30;

/** Mails a code to the new address. One that has an account gets another mail, and this the same answer. */
export async function changeEmail(ctx: Ctx, { email: to }: { email: string }): Promise<CodeSent> {
  const { id: userId, email, language } = recentlySignedIn(ctx);
  if (to === email) throw new Problem('invalid_field', { field: 'email' });
  await countTry(ctx, { mail: to });
  const [known] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, to));
  const [token, code] = [newSecret(), newCode()];
  const hash = await codeHash(token, known ? newSecret() : code);
  await endSteps(ctx, 'email_change', userId);
  const { expiresAt } = await beginStep(ctx, 'email_change', {
    ...{ userId, token, minutes: MINUTES },
    data: { email: to, codeHash: hash },
  });
  const mail: Mail = known ? alreadyRegistered(ctx, language) : { template: 'email_change', code };
  await sendMail(ctx, { id: `email_change:${newSlug()}`, to, language, mail });
  return { challenge: token, expiresAt: new Date(expiresAt).toISOString() };
}
