import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import { Email } from '../../contract/auth.ts';
import { Nickname } from '../../contract/common.ts';
import { Problem } from '../../lib/problem.ts';
import { bounded } from './bounded.ts';
import { discover, insecure } from './discover.ts';
import type { ProviderConfig } from './traits.ts';

/** What must come back as it was sent. */
export interface Sent {
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
}

/** Who the provider says is there. */
export interface Vouched {
  subject: string;
  /** Null unless the provider verified it. */
  email: string | null;
  /** Null unless it may stand as a name here. */
  name: string | null;
}

const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: Email.optional().catch(undefined),
  // Some write it as a text.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  name: Nickname.optional().catch(undefined),
  nickname: Nickname.optional().catch(undefined),
});

/** The address at the provider where the person says yes. */
export async function authorizationUrl(
  config: ProviderConfig,
  { state, nonce, verifier, redirectUri, language }: Sent & { language: string },
): Promise<string> {
  const { authorization_endpoint: endpoint } = await bounded(config.name, (signal) =>
    discover(config, signal),
  );
  if (!endpoint) throw new Problem('provider_failed');
  const url = new URL(endpoint);
  const parameters = {
    ...{ response_type: 'code', client_id: config.clientId, redirect_uri: redirectUri },
    ...{ scope: config.scope, state, ui_locales: language },
    ...(config.nonce && { nonce }),
    ...(config.pkce && {
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }),
    ...config.params,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Who came back, for the query the provider sent back with: checks state and issuer, exchanges the code, and verifies
 * the ID token's signature (RS256 by the provider's published keys), issuer, audience, times and nonce.
 */
export async function exchange(
  config: ProviderConfig,
  { params, ...sent }: Sent & { params: Record<string, string> },
  ms?: number,
): Promise<Vouched> {
  return bounded(config.name, (signal) => vouch(config, params, sent, signal), ms);
}

async function vouch(
  config: ProviderConfig,
  params: Record<string, string>,
  { state, nonce, verifier, redirectUri }: Sent,
  signal: AbortSignal,
): Promise<Vouched> {
  const options = { signal, ...insecure(config) };
  const as = await discover(config, signal);
  const client: oauth.Client = { client_id: config.clientId, id_token_signed_response_alg: 'RS256' };
  const answer = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    oauth.ClientSecretPost(config.clientSecret),
    returned(as, client, params, state),
    redirectUri,
    config.pkce ? verifier : oauth.nopkce,
    options,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer, {
    expectedNonce: config.nonce ? nonce : oauth.expectNoNonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(as, answer, options);
  const claims = Claims.parse(oauth.getValidatedIdTokenClaims(tokens));
  if (!config.userinfo) return vouched(claims);
  const userinfo = await oauth.userInfoRequest(as, client, tokens.access_token, options);
  const more = Claims.parse(await oauth.processUserInfoResponse(as, client, claims.sub, userinfo));
  return vouched({ ...claims, ...more });
}

// Anybody can post a query: what is wrong with it is never the provider's failure.
function returned(
  as: oauth.AuthorizationServer,
  client: oauth.Client,
  params: Record<string, string>,
  state: string,
): URLSearchParams {
  try {
    const checked = oauth.validateAuthResponse(as, client, new URLSearchParams(params), state);
    if (checked.get('code')) return checked;
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw error;
  }
  throw new Problem('provider_refused');
}

const vouched = ({ sub, email, email_verified, name, nickname }: z.infer<typeof Claims>): Vouched => ({
  subject: sub,
  email: email_verified === true ? (email ?? null) : null,
  name: name ?? nickname ?? null,
});
