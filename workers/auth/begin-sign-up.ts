import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { CodeSent } from '../contract/auth.ts';
import { users } from '../db/tables/users.ts';
import { newSecret, newSlug } from '../lib/ids.ts';
import { sendMail } from '../notifications/mail/queue.ts';
import type { Mail } from '../queues/messages.ts';
import { pageUrl } from './page-url.ts';
import { beginStep, type SignUp } from './steps/challenges.ts';
import { codeHash, newCode } from './steps/codes.ts';

const MINUTES = 30;

/**
 * Mails the code that finishes a sign-up (`verifyEmail`). An address that has an account gets another mail and a code
 * nobody has: the answer, and the work behind it, are the same. Its caller counts the mail first (`countTry`).
 */
export async function beginSignUp(ctx: Ctx, pending: Omit<SignUp, 'codeHash'>): Promise<CodeSent> {
  const { email: to, language } = pending;
  const [known] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, to));
  const [token, code] = [newSecret(), newCode()];
  const hash = await codeHash(token, known ? newSecret() : code);
  const { expiresAt } = await beginStep(ctx, 'sign_up', {
    ...{ token, minutes: MINUTES },
    data: { ...pending, codeHash: hash },
  });
  const mail: Mail = known ? alreadyRegistered(ctx, language) : { template: 'verify', code };
  await sendMail(ctx, { id: `sign_up:${newSlug()}`, to, language, mail });
  return { challenge: token, expiresAt: new Date(expiresAt).toISOString() };
}

/** Tells the owner of an address that somebody tried to use it again. */
export const alreadyRegistered = (ctx: Ctx, language: string): Mail => ({
  template: 'already_registered',
  resetUrl: pageUrl(ctx, language, '/reset'),
  signInUrl: pageUrl(ctx, language, '/signin'),
});
