import type { Ctx } from '../context.ts';
import type { Reauthenticate } from '../contract/auth.ts';
import { Problem } from '../lib/problem.ts';
import { findUser } from '../users/account.ts';
import { checkTotp } from './mfa/totp.ts';
import { verifyPassword } from './password/hash.ts';
import { signedIn } from './signed-in.ts';
import { countTry } from './steps/throttle.ts';
import { noteAuthenticated } from './tokens/families.ts';

/** Proves again who is there, by password or authenticator app. It counts for ten minutes of this sign-in. */
export async function reauthenticate(ctx: Ctx, proof: Reauthenticate): Promise<void> {
  const { id, email, family } = signedIn(ctx);
  await countTry(ctx, { account: email });
  if ('password' in proof) {
    const { passwordHash } = await findUser(ctx, id);
    if (!verifyPassword(proof.password, passwordHash).right) {
      throw new Problem('credentials_wrong', { field: 'password' });
    }
  } else if (!(await checkTotp(ctx, id, proof.totp))) {
    throw new Problem('code_wrong', { field: 'totp' });
  }
  await noteAuthenticated(ctx, family);
}
