import type { Ctx } from '../../context.ts';
import { Problem } from '../../lib/problem.ts';
import { recentlySignedIn } from '../signed-in.ts';
import { dropCodes, keepCodes, makeCodes } from './recovery.ts';
import { tellChange } from './tell-change.ts';

/** Ten new recovery codes; the old ones are dead. `mfa_off` where there is no second factor to recover from. */
export async function renewCodes(ctx: Ctx): Promise<{ codes: string[] }> {
  const user = recentlySignedIn(ctx);
  const made = await makeCodes(user.id);
  const [, kept] = await ctx.db.batch([dropCodes(ctx, user.id), keepCodes(ctx, user.id, made)]);
  if (kept.length === 0) throw new Problem('mfa_off');
  await tellChange(ctx, user, 'codes_renewed');
  return { codes: made.codes };
}
