import type { Ctx } from '../context.ts';
import type { CodeSent } from '../contract/auth.ts';
import { Problem } from '../lib/problem.ts';
import { recentlySignedIn } from './signed-in.ts';
import { endSteps } from './steps/challenges.ts';
import { mailCode } from './steps/mail-code.ts';
import { countTry } from './steps/throttle.ts';

/** Mails a code to the new address. One that has an account gets another mail, and this the same answer. */
export async function changeEmail(ctx: Ctx, { email: to }: { email: string }): Promise<CodeSent> {
  const { id: userId, email, language } = recentlySignedIn(ctx);
  if (to === email) throw new Problem('invalid_field', { field: 'email' });
  await countTry(ctx, { mail: to });
  await endSteps(ctx, 'email_change', userId);
  return mailCode(ctx, 'email_change', { userId, language, data: { email: to } });
}
