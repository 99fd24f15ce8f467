import type { Ctx } from '../context.ts';
import { Problem } from '../lib/problem.ts';

/**
 * Allows or refuses (`rate_limited`) drawing or printing for one result. By result and not by address: the previews of
 * half a country come from a messenger's few addresses, and a school has one.
 */
export async function spendCostly({ env }: Ctx, profileId: string): Promise<void> {
  const { success } = await env.RATE_LIMIT_COSTLY.limit({ key: profileId });
  if (!success) throw new Problem('rate_limited', { retryAfter: 60 });
}
