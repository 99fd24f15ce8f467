import type { Provider } from '../../contract/users.ts';

export type ProviderName = Provider;

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
export const TRAITS: Record<Provider, Traits> = {
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
  name: Provider;
  clientId: string;
  clientSecret: string;
  /** The identity provider of this machine (tools/doubles/identity/), which speaks plain HTTP. */
  local: boolean;
}

/** Client ids that begin so belong to the identity provider of this machine. */
export const LOCAL = 'local-';

/** Its port, for the port of the product beside it: far enough for products on neighbouring ports. */
export const localPort = (port: number): number => (port > 64_535 ? port - 1000 : port + 1000);

/** Its issuer for one of the providers it plays, for the origin of the product beside it. */
export const localIssuer = (origin: string, name: Provider): string =>
  `http://127.0.0.1:${localPort(Number(new URL(origin).port || 80))}/${name}`;
