import type { Ctx } from '../../context.ts';
import type { LoginMfa } from '../../contract/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { findUser } from '../../users/account.ts';
import { completeLogin, type Login } from '../complete-login.ts';
import { peekStep, takeStep, tryStep } from '../steps/challenges.ts';
import { countTry } from '../steps/throttle.ts';
import { spendRecoveryCode } from './recovery.ts';
import { tellChange } from './tell-change.ts';
import { checkTotp } from './totp.ts';

/** The second factor of a login by a code. Tries count with those at the password, whatever the challenge. */
export async function loginMfa(ctx: Ctx, { challenge, method, code }: LoginMfa): Promise<Login> {
  const { userId } = await peekStep(ctx, 'mfa', challenge);
  const user = await findUser(ctx, userId ?? '');
  await countTry(ctx, { account: user.email });
  await tryStep(ctx, 'mfa', challenge);
  const check = { totp: checkTotp, recovery: spendRecoveryCode }[method];
  if (!(await check(ctx, user.id, code))) throw new Problem('code_wrong', { field: 'code' });
  const { data } = await takeStep(ctx, 'mfa', challenge);
  if (method === 'recovery') await tellChange(ctx, user, 'recovery_used');
  const { client, factors } = data;
  return completeLogin(ctx, { userId: user.id, client, factors: [...factors, method] });
}
