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

/** The access token of an `Authorization: Bearer` header, or null without one. A JWT has dots, a session's secret none. */
export function accessToken(headers: Headers): string | null {
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers.get('authorization') ?? '');
  return match?.[1] ?? null;
}
