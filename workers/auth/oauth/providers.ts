import { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { Provider } from '../../contract/users.ts';
import { Problem } from '../../lib/problem.ts';

export type ProviderName = z.infer<typeof Provider>;

interface Traits {
  issuer: string;
  scope: string;
  /** Further parameters of the way there. */
  params?: Record<string, string>;
  /** PKCE with S256. LinkedIn refuses a secret and a verifier together (`invalid_client`). */
  pkce: boolean;
  /** The ID token repeats the nonce. Those of LinkedIn and Naver do not. */
  nonce: boolean;
  /** `email_verified` stands in the answer of the userinfo endpoint only. */
  userinfo: boolean;
}

/** The providers as their discovery documents and manuals describe them (November 2026). All sign with RS256. */
const TRAITS: Record<ProviderName, Traits> = {
  google: {
    issuer: 'https://accounts.google.com',
    scope: 'openid email profile',
    params: { prompt: 'select_account' },
    ...{ pkce: true, nonce: true, userinfo: false },
  },
  linkedin: {
    issuer: 'https://www.linkedin.com/oauth',
    scope: 'openid profile email',
    ...{ pkce: false, nonce: false, userinfo: false },
  },
  kakao: {
    issuer: 'https://kauth.kakao.com',
    scope: 'openid account_email profile_nickname',
    ...{ pkce: true, nonce: true, userinfo: true },
  },
  // Its profile endpoint never says whether an address is verified: nothing is asked of it.
  naver: {
    issuer: 'https://nid.naver.com',
    scope: 'openid',
    ...{ pkce: true, nonce: false, userinfo: false },
  },
};

export interface ProviderConfig extends Traits {
  name: ProviderName;
  clientId: string;
  clientSecret: string;
  /** The identity provider of this machine, which speaks plain HTTP. */
  local: boolean;
}

const Keys = z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) });

/** How to reach a provider, from its keys among the secrets; null when it has none here. */
export function providerConfig({ env, origin }: Ctx, name: ProviderName): ProviderConfig | null {
  const prefix = name.toUpperCase();
  const keys = Keys.safeParse({
    clientId: Reflect.get(env, `${prefix}_CLIENT_ID`),
    clientSecret: Reflect.get(env, `${prefix}_CLIENT_SECRET`),
  });
  if (!keys.success) return null;
  const { clientId, clientSecret } = keys.data;
  const local = env.ENVIRONMENT === 'local' && clientId.startsWith('local-');
  const issuer = local ? localIssuer(origin, name) : TRAITS[name].issuer;
  return { ...TRAITS[name], name, clientId, clientSecret, issuer, local };
}

/** The same, or `provider_off`. */
export function requireProvider(ctx: Ctx, name: ProviderName): ProviderConfig {
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

// `npm start` runs it one port above the product.
function localIssuer(origin: string, name: ProviderName): string {
  return `http://127.0.0.1:${Number(new URL(origin).port || 80) + 1}/${name}`;
}
