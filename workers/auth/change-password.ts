import type { Ctx } from '../context.ts';
import type { ChangePassword } from '../contract/auth.ts';
import { Problem } from '../lib/problem.ts';
import { findUser } from '../users/account.ts';
import { requireUncommon } from './password/accept.ts';
import { hashPassword, verifyPassword } from './password/hash.ts';
import { setPassword } from './set-password.ts';
import { recentlySignedIn, signedIn } from './signed-in.ts';
import { countTry } from './steps/throttle.ts';
import { noteAuthenticated } from './tokens/families.ts';

/** Changes the password by the current one, or sets the first one. This sign-in stays, every other one ends. */
export async function changePassword(ctx: Ctx, { current, password }: ChangePassword): Promise<void> {
  const { id, email, family } = signedIn(ctx);
  requireUncommon(password, email);
  await countTry(ctx, { account: email });
  const user = await findUser(ctx, id);
  if (user.passwordHash === null) recentlySignedIn(ctx);
  else if (current === undefined) throw new Problem('invalid_field', { field: 'current' });
  else if (!verifyPassword(current, user.passwordHash).right) {
    throw new Problem('credentials_wrong', { field: 'current' });
  }
  const hash = hashPassword(password);
  await setPassword(ctx, { user, hash, except: family, action: 'auth.password_changed' });
  if (current !== undefined) await noteAuthenticated(ctx, family);
}
