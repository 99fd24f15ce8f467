import type { Ctx } from '../context.ts';
import type { MagicLogin } from '../contract/auth.ts';
import { Problem } from '../lib/problem.ts';
import { completeLogin, type Login } from './complete-login.ts';
import { takeStep } from './steps/challenges.ts';
import { countTry } from './steps/throttle.ts';

/** Signs in by the mailed link. It works once. */
export async function confirmMagicLink(ctx: Ctx, { token, client }: MagicLogin): Promise<Login> {
  await countTry(ctx, {});
  const { userId, data } = await takeStep(ctx, 'magic_link', token);
  if (!userId) throw new Problem('challenge_expired');
  return completeLogin(ctx, { userId, client, factors: ['email'], against: { email: data.email } });
}
