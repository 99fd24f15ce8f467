import { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { Provider } from '../../contract/users.ts';
import { Problem } from '../../lib/problem.ts';
import { LOCAL, localIssuer, type ProviderConfig, TRAITS } from './traits.ts';

const Keys = z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) });

/** How to reach a provider, from its keys among the secrets; null when it has none here. */
function providerConfig({ env, origin }: Ctx, name: Provider): ProviderConfig | null {
  const prefix = name.toUpperCase();
  const keys = Keys.safeParse({
    clientId: Reflect.get(env, `${prefix}_CLIENT_ID`),
    clientSecret: Reflect.get(env, `${prefix}_CLIENT_SECRET`),
  });
  if (!keys.success) return null;
  const { clientId, clientSecret } = keys.data;
  const local = env.ENVIRONMENT === 'local' && clientId.startsWith(LOCAL);
  const issuer = local ? localIssuer(origin, name) : TRAITS[name].issuer;
  return { ...TRAITS[name], name, clientId, clientSecret, issuer, local };
}

/** The same, or `provider_off`. */
export function requireProvider(ctx: Ctx, name: Provider): ProviderConfig {
  const config = providerConfig(ctx, name);
  if (!config) throw new Problem('provider_off', { field: 'path.provider' });
  return config;
}

/** Every provider there is, and whether this deployment has keys for it. */
export const listProviders = (ctx: Ctx) => ({
  items: Provider.options.map((provider) => ({ provider, on: providerConfig(ctx, provider) !== null })),
});

/** The one address providers may send back to. */
export const redirectUri = ({ origin }: Ctx): string => `${origin}/signin/provider`;
