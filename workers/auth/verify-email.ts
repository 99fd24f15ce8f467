import type { Ctx } from '../context.ts';
import type { VerifyEmail } from '../contract/auth.ts';
import { Problem } from '../lib/problem.ts';
import { completeLogin, type Login } from './complete-login.ts';
import { createAccount } from './create-account.ts';
import { peekStep, takeStep, tryStep } from './steps/challenges.ts';
import { isCode } from './steps/codes.ts';
import { countTry } from './steps/throttle.ts';

/** Finishes a sign-up by the code that was mailed: the account begins, and its owner is in. */
export async function verifyEmail(ctx: Ctx, { challenge, code, client }: VerifyEmail): Promise<Login> {
  const waiting = await peekStep(ctx, 'sign_up', challenge);
  await countTry(ctx, { account: waiting.data.email });
  const { data: signUp } = await tryStep(ctx, 'sign_up', challenge);
  if (!(await isCode(signUp.codeHash, challenge, code))) throw new Problem('code_wrong', { field: 'code' });
  await takeStep(ctx, 'sign_up', challenge);
  const userId = await createAccount(ctx, signUp);
  const { passwordHash, identity } = signUp;
  const factors = ['email', ...(passwordHash ? ['password'] : []), ...(identity ? [identity.provider] : [])];
  return completeLogin(ctx, { userId, client, factors });
}
