import type { Ctx } from '../context.ts';
import type { Reauthenticate } from '../contract/auth.ts';
import { Problem } from '../lib/problem.ts';
import { findUser } from '../users/account.ts';
import { secondFactors } from './complete-login.ts';
import { checkTotp } from './mfa/totp.ts';
import { provePasskey } from './passkeys/login.ts';
import { verifyPassword } from './password/hash.ts';
import { signedIn } from './signed-in.ts';
import { takeStep } from './steps/challenges.ts';
import { countTry } from './steps/throttle.ts';
import { noteAuthenticated } from './tokens/families.ts';

/** Proves again who is there: by the second factor where there is one, otherwise by password. It counts for ten minutes of this sign-in. */
export async function reauthenticate(ctx: Ctx, proof: Reauthenticate): Promise<void> {
  const { id, email, family } = signedIn(ctx);
  // A signature cannot be guessed: as at the login, it does not lock the account.
  await countTry(ctx, 'passkey' in proof ? {} : { account: email });
  if ('password' in proof) {
    // A stolen open tab and a password that leaked are one factor too few to take the other one off.
    if ((await secondFactors(ctx, id)).length > 0) {
      throw new Problem('second_factor_needed', { field: 'password' });
    }
    const { passwordHash } = await findUser(ctx, id);
    if (!verifyPassword(proof.password, passwordHash).right) {
      throw new Problem('credentials_wrong', { field: 'password' });
    }
  } else if ('passkey' in proof) {
    const { data } = await takeStep(ctx, 'passkey_login', proof.challenge);
    await provePasskey(ctx, { response: proof.passkey, challenge: data.challenge, userId: id });
  } else if (!(await checkTotp(ctx, id, proof.totp))) {
    throw new Problem('code_wrong', { field: 'totp' });
  }
  await noteAuthenticated(ctx, family);
}
