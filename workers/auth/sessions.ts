import type { Ctx } from '../context.ts';
import type { AuthSession } from '../contract/auth.ts';
import { Problem } from '../lib/problem.ts';
import { iso } from '../lib/time.ts';
import { signedIn } from './signed-in.ts';
import { liveFamilies, revokeFamily } from './tokens/families.ts';

/** The sign-ins of the account that still work, latest use first. */
export async function listAuthSessions(ctx: Ctx): Promise<{ items: AuthSession[] }> {
  const { id, family } = signedIn(ctx);
  const rows = await liveFamilies(ctx, id);
  return {
    items: rows.map(({ id, device, place, client, createdAt, lastSeenAt }) => ({
      ...{ id, device, place, client },
      current: id === family,
      createdAt: iso(createdAt),
      lastSeenAt: iso(lastSeenAt),
    })),
  };
}

/** Ends one sign-in of the account. */
export async function endAuthSession(ctx: Ctx, { id }: { id: string }): Promise<void> {
  if (!(await revokeFamily(ctx, signedIn(ctx).id, id))) {
    throw new Problem('auth_session_not_found', { field: 'path.id' });
  }
}
