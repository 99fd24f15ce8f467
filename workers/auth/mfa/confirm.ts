import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { totpSecrets } from '../../db/tables/auth.ts';
import { Problem } from '../../lib/problem.ts';
import { signedIn } from '../signed-in.ts';
import { countTry } from '../steps/throttle.ts';
import { keepFirstCodes, makeCodes } from './recovery.ts';
import { tellChange } from './tell-change.ts';
import { stepOf, waitingTotp } from './totp.ts';

/** Turns the authenticator app on by its first code. With the first second factor come recovery codes; else none. */
export async function confirmTotp(ctx: Ctx, { code }: { code: string }): Promise<{ codes: string[] }> {
  const user = signedIn(ctx);
  const waiting = await waitingTotp(ctx, user.id);
  if (!waiting) throw new Problem('mfa_off');
  await countTry(ctx, { account: user.email });
  const step = await stepOf(ctx, waiting, code);
  if (step === null) throw new Problem('code_wrong', { field: 'code' });
  const made = await makeCodes(user.id);
  const [confirmed, kept] = await ctx.db.batch([
    ctx.db
      .update(totpSecrets)
      // The first code is used up as well: it does not sign in a moment later.
      .set({ confirmedAt: ctx.now, lastStep: step })
      .where(
        and(
          eq(totpSecrets.userId, user.id),
          eq(totpSecrets.secret, waiting.secret),
          isNull(totpSecrets.confirmedAt),
        ),
      )
      .returning({ userId: totpSecrets.userId }),
    keepFirstCodes(ctx, user.id, made),
  ]);
  if (confirmed.length === 0) throw new Problem('mfa_off');
  await tellChange(ctx, user, 'totp_on');
  return { codes: kept.length > 0 ? made.codes : [] };
}
