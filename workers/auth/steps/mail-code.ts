import { eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { CodeSent } from '../../contract/auth.ts';
import { users } from '../../db/tables/users.ts';
import { newSecret } from '../../lib/ids.ts';
import { iso } from '../../lib/time.ts';
import { pageUrl } from '../../notifications/mail/page-url.ts';
import { sendMail } from '../../notifications/mail/queue.ts';
import type { Mail } from '../../queues/messages.ts';
import { beginStep, type Steps } from './challenges.ts';
import { codeHash, newCode } from './codes.ts';

const MINUTES = 30;

/** Steps that a mailed code finishes, and the mail it comes in. */
const MAILS = { sign_up: 'verify', email_change: 'email_change' } as const;
type Kind = keyof typeof MAILS;

interface Code<Of extends Kind> {
  language: string;
  userId?: string;
  /** `email` is where the code goes. */
  data: Omit<Steps[Of], 'codeHash'>;
}

/**
 * Begins a step and mails the code that finishes it. An address that has an account gets another mail and a code nobody
 * has: the answer, and the work behind it, are the same. Its caller counts the mail first (`countTry`).
 */
export async function mailCode<Of extends Kind>(
  ctx: Ctx,
  kind: Of,
  { language, userId, data }: Code<Of>,
): Promise<CodeSent> {
  const { email: to } = data as { email: string };
  const [known] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, to));
  const [token, code] = [newSecret(), newCode()];
  const hash = await codeHash(token, known ? newSecret() : code);
  const { expiresAt } = await beginStep(ctx, kind, {
    ...{ userId: userId ?? null, token, minutes: MINUTES },
    data: { ...data, codeHash: hash } as Steps[Of],
  });
  const mail: Mail = known ? alreadyRegistered(ctx, language) : { template: MAILS[kind], code };
  await sendMail(ctx, { to, language, mail });
  return { challenge: token, expiresAt: iso(expiresAt) };
}

/** Tells the owner of an address that somebody tried to use it again. */
const alreadyRegistered = (ctx: Ctx, language: string): Mail => ({
  template: 'already_registered',
  resetUrl: pageUrl(ctx, language, '/reset'),
  signInUrl: pageUrl(ctx, language, '/signin'),
});
