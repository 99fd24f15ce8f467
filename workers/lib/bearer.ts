import { Problem } from './problem.ts';

/** The secret of an `Authorization: Bearer` header, or null without one. */
export function bearer(headers: Headers): string | null {
  const match = /^Bearer ([A-Za-z0-9_-]{20,128})$/i.exec(headers.get('authorization') ?? '');
  return match?.[1] ?? null;
}

export function requireBearer(headers: Headers): string {
  const secret = bearer(headers);
  if (!secret) throw new Problem('secret_required');
  return secret;
}
