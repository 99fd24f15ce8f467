import { Problem } from './problem.ts';

/**
 * The secret a browser's socket brings: its script can set no header but the list of subprotocols, so it offers
 * `protocol` and the secret. Problem `secret_required` when either is missing.
 */
export function socketSecret(headers: Headers, protocol: string): string {
  const offered = (headers.get('sec-websocket-protocol') ?? '').split(',').map((name) => name.trim());
  const secret = offered.find((name) => name !== protocol && /^[A-Za-z0-9_-]{20,128}$/.test(name));
  if (!secret || !offered.includes(protocol)) throw new Problem('secret_required');
  return secret;
}
