import * as oauth from 'oauth4webapi';
import type { ProviderConfig } from './traits.ts';

const MEMORY_MS = 3_600_000;

const memory = new Map<string, { as: oauth.AuthorizationServer; readAt: number }>();

/** Plain HTTP is for the identity provider of this machine alone. */
export const insecure = ({ local }: ProviderConfig) => ({ [oauth.allowInsecureRequests]: local });

/** A provider's endpoints as its discovery document names them, remembered for an hour by each isolate. */
export async function discover(
  config: ProviderConfig,
  signal: AbortSignal,
): Promise<oauth.AuthorizationServer> {
  const known = memory.get(config.issuer);
  if (known && Date.now() - known.readAt < MEMORY_MS) return known.as;
  const issuer = new URL(config.issuer);
  const response = await oauth.discoveryRequest(issuer, { signal, ...insecure(config) });
  const as = await oauth.processDiscoveryResponse(issuer, response);
  memory.set(config.issuer, { as, readAt: Date.now() });
  return as;
}

/** Forgets what this isolate knows. */
export function forgetProviders(): void {
  memory.clear();
}
