import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { ResetPassword } from '../contract/auth.ts';
import { users } from '../db/tables/users.ts';
import { Problem } from '../lib/problem.ts';
import { requireUncommon } from './password/accept.ts';
import { hashPassword } from './password/hash.ts';
import { setPassword } from './set-password.ts';
import { peekStep, takeStep } from './steps/challenges.ts';
import { countTry, forgiveTries } from './steps/throttle.ts';

/**
 * Sets the password by the mailed link and ends every sign-in. It signs nobody in: the login that follows asks for the
 * second factor as every login does.
 */
export async function resetPassword(ctx: Ctx, { token, password }: ResetPassword): Promise<void> {
  await countTry(ctx, {});
  const { userId, data } = await peekStep(ctx, 'reset', token);
  const [user] = await ctx.db
    .select({ id: users.id, email: users.email, language: users.language })
    .from(users)
    .where(eq(users.id, userId ?? ''));
  if (user?.email !== data.email) throw new Problem('challenge_expired');
  requireUncommon(password, user.email);
  const hash = hashPassword(password);
  await takeStep(ctx, 'reset', token);
  await setPassword(ctx, { user, hash, except: null, action: 'auth.password_reset' });
  await forgiveTries(ctx, user.email);
}
