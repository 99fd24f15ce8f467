import type { Ctx } from '../context.ts';
import type { SignedIn } from '../contract/auth.ts';
import { Problem } from '../lib/problem.ts';
import { findUser } from '../users/account.ts';
import { type Login, signedInAnswer } from './complete-login.ts';
import { rotate } from './tokens/refresh.ts';

/** A fresh access token and the next refresh token, for the current one. */
export async function refreshSignIn(ctx: Ctx, token: string | undefined): Promise<Login<SignedIn>> {
  if (!token) throw new Problem('refresh_invalid');
  const { userId, family, client, refreshToken } = await rotate(ctx, token);
  const user = await findUser(ctx, userId).catch((error) => {
    throw error instanceof Problem ? new Problem('refresh_invalid') : error;
  });
  if (user.status === 'suspended') throw new Problem('account_suspended');
  return { answer: await signedInAnswer(ctx, user, family), refresh: { token: refreshToken, client } };
}
