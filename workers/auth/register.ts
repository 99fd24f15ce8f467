import type { Ctx } from '../context.ts';
import type { CodeSent, Register } from '../contract/auth.ts';
import { requireAge } from './age.ts';
import { requireInForce } from './in-force.ts';
import { requireUncommon } from './password/accept.ts';
import { hashPassword } from './password/hash.ts';
import { mailCode } from './steps/mail-code.ts';
import { countTry } from './steps/throttle.ts';

/** Begins a sign-up by address and password. Nothing is an account before the mailed code is back. */
export async function register(ctx: Ctx, input: Register): Promise<CodeSent> {
  const { email, password, birthDate, language, consents } = input;
  requireAge(ctx, birthDate);
  requireInForce(consents);
  requireUncommon(password, email);
  await countTry(ctx, { mail: email });
  const passwordHash = hashPassword(password);
  const data = { email, language, consents, passwordHash, identity: null, name: null };
  return mailCode(ctx, 'sign_up', { language, data });
}
