import type { Ctx } from '../../context.ts';
import type { OAuthSignUp, OAuthSignUpAnswer } from '../../contract/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { requireAge } from '../age.ts';
import { completeLogin, type Login } from '../complete-login.ts';
import { createAccount } from '../create-account.ts';
import { requireInForce } from '../in-force.ts';
import { peekStep, takeStep } from '../steps/challenges.ts';
import { mailCode } from '../steps/mail-code.ts';
import { countTry } from '../steps/throttle.ts';

/**
 * Makes the account of somebody a provider vouched for. An address the provider did not verify is proved by a mailed code
 * first.
 */
export async function signUpByProvider(
  ctx: Ctx,
  { challenge, birthDate, language, consents, email: typed, client }: OAuthSignUp,
): Promise<Login<OAuthSignUpAnswer>> {
  const { data: known } = await peekStep(ctx, 'oauth_sign_up', challenge);
  const email = typed ?? known.email;
  if (!email) throw new Problem('invalid_field', { field: 'email' });
  await checkAge(ctx, challenge, birthDate);
  requireInForce(consents);
  const proved = email === known.email;
  if (!proved) await countTry(ctx, { mail: email });
  const { data } = await takeStep(ctx, 'oauth_sign_up', challenge);
  const { provider, subject, name } = data;
  const signUp = { email, language, passwordHash: null, identity: { provider, subject }, name, consents };
  if (!proved) {
    const sent = await mailCode(ctx, 'sign_up', { language, data: signUp });
    return { answer: { next: 'verify', ...sent }, refresh: null };
  }
  const userId = await createAccount(ctx, { ...signUp, codeHash: '' });
  const { answer, refresh } = await completeLogin(ctx, { userId, client, factors: [provider] });
  // An account of this moment has no second factor yet.
  if (answer.next !== 'done') throw new Error('a new account asks for a second factor');
  return { answer, refresh };
}

/** Of a child nothing is kept, what the provider told included. */
async function checkAge(ctx: Ctx, challenge: string, birthDate: string): Promise<void> {
  try {
    requireAge(ctx, birthDate);
  } catch (error) {
    if (error instanceof Problem && error.code === 'under_age') {
      await takeStep(ctx, 'oauth_sign_up', challenge);
    }
    throw error;
  }
}
