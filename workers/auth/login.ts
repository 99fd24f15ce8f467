import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Login as Credentials } from '../contract/auth.ts';
import { users } from '../db/tables/users.ts';
import { Problem } from '../lib/problem.ts';
import { completeLogin, type Login } from './complete-login.ts';
import { hashPassword, verifyPassword } from './password/hash.ts';
import { countTry } from './steps/throttle.ts';

/** Signs in by address and password. Whichever of them is wrong, or missing here, the answer and the work are the same. */
export async function login(ctx: Ctx, { email, password, client }: Credentials): Promise<Login> {
  await countTry(ctx, { account: email });
  const [user] = await ctx.db
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email));
  const stored = user?.passwordHash ?? null;
  const { right, outdated } = verifyPassword(password, stored);
  if (!right || !user || !stored) throw new Problem('credentials_wrong');
  const passwordHash = outdated ? hashPassword(password) : stored;
  if (outdated) {
    await ctx.db
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, user.id), eq(users.passwordHash, stored)));
  }
  return completeLogin(ctx, { userId: user.id, client, factors: ['password'], against: { passwordHash } });
}
