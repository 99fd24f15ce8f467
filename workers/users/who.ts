import { signedIn } from '../auth/signed-in.ts';
import type { Ctx } from '../context.ts';
import { type Permission, permits } from '../contract/access.ts';
import { Problem } from '../lib/problem.ts';
import { recordAudit } from './audit.ts';

/** One's own id, asked for as `me` or as itself. Another's account is not found, whoever asks. */
export function ownId(ctx: Ctx, id: string): string {
  const user = signedIn(ctx);
  if (id !== 'me' && id !== user.id) throw new Problem('user_not_found', { field: 'path.id' });
  return user.id;
}

interface Reading {
  permission: Permission;
  /** What is read, for the audit. */
  what: string;
}

/**
 * The id of an account that the caller may read: one's own, or another's with the permission. Reading another's is
 * written down before anything of it is answered.
 */
export async function readableId(ctx: Ctx, id: string, { permission, what }: Reading): Promise<string> {
  const user = signedIn(ctx);
  if (id === 'me' || id === user.id) return user.id;
  // One being deleted may see itself, to come back; its role counts no more.
  if (user.status !== 'active' || !permits(user.role, permission)) {
    throw new Problem('user_not_found', { field: 'path.id' });
  }
  await recordAudit(ctx, { action: permission, subject: id, details: { what } });
  return id;
}
