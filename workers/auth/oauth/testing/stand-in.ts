import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { vi } from 'vitest';
import { newSecret, sha256 } from '../../../lib/ids.ts';
import { forgetProviders } from '../discover.ts';

type Claims = Record<string, unknown>;

interface Code {
  issuer: string;
  client: string;
  challenge: string | null;
  claims: Claims;
  header: Claims;
  /** Signs with a key that is not among the published ones. */
  forged: boolean;
}

interface Said {
  claims?: Claims;
  header?: Claims;
  forged?: boolean;
}

export interface StandIn {
  /** What was asked of the provider, in order. */
  asked: { url: string; body: URLSearchParams }[];
  /** Somebody says yes at this address; returns the query that the provider sends back with. */
  approve(url: string, said?: Said): Record<string, string>;
  /** Answers in place of the provider from now on, for addresses that end so. */
  instead(ending: string, answer: (init: RequestInit) => Promise<Response>): void;
}

/**
 * Takes the place of `fetch` and plays every provider at once: discovery, codes bound to their challenge and used once,
 * RS256 ID tokens and userinfo. What speaks to it is the real client code.
 */
export async function standIn(): Promise<StandIn> {
  forgetProviders();
  const keys = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256');
  const jwk = await exportJWK(keys.publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const codes = new Map<string, Code>();
  const people = new Map<string, Claims>();
  const replaced = new Map<string, (init: RequestInit) => Promise<Response>>();
  const asked: StandIn['asked'] = [];

  const tokens = async (body: URLSearchParams): Promise<Response> => {
    const given = body.get('code') ?? '';
    const code = codes.get(given);
    codes.delete(given);
    const verifier = body.get('code_verifier');
    const bound = code?.challenge === (verifier === null ? null : await sha256(verifier));
    if (!code || !bound || body.get('client_id') !== code.client) {
      return Response.json({ error: 'invalid_grant' }, { status: 400 });
    }
    const now = Math.floor(Date.now() / 1000);
    const idToken = await new SignJWT({
      ...{ iss: code.issuer, aud: code.client, iat: now, exp: now + 300 },
      ...code.claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid, ...code.header })
      .sign(code.forged ? stranger.privateKey : keys.privateKey);
    const access = newSecret();
    people.set(access, code.claims);
    return Response.json({ access_token: access, token_type: 'Bearer', expires_in: 60, id_token: idToken });
  };

  const answer = async (url: URL, init: RequestInit, body: URLSearchParams): Promise<Response> => {
    const here = url.href.replace(/\/\.well-known\/openid-configuration$/, '');
    if (here !== url.href) {
      const endpoint = (name: string) => `${here}/${name}`;
      return Response.json({
        issuer: here,
        authorization_endpoint: endpoint('authorize'),
        token_endpoint: endpoint('token'),
        userinfo_endpoint: endpoint('me'),
        jwks_uri: endpoint('keys'),
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (url.pathname.endsWith('/keys')) return Response.json({ keys: [{ ...jwk, kid, alg: 'RS256' }] });
    if (url.pathname.endsWith('/token')) return tokens(body);
    const bearer = new Headers(init.headers).get('authorization')?.replace(/^Bearer /i, '') ?? '';
    const person = people.get(bearer);
    return person ? Response.json(person) : new Response(null, { status: 401 });
  };

  vi.stubGlobal('fetch', async (input: string | URL, init: RequestInit = {}) => {
    const url = new URL(input);
    const body = new URLSearchParams(init.body instanceof URLSearchParams ? init.body : '');
    asked.push({ url: url.href, body });
    for (const [ending, other] of replaced) if (url.pathname.endsWith(ending)) return other(init);
    return answer(url, init, body);
  });

  return {
    asked,
    approve(address, { claims = {}, header = {}, forged = false } = {}) {
      const { origin, pathname, searchParams } = new URL(address);
      const code = newSecret();
      const nonce = searchParams.get('nonce');
      codes.set(code, {
        issuer: origin + pathname.replace(/\/authorize$/, ''),
        client: searchParams.get('client_id') ?? '',
        challenge: searchParams.get('code_challenge'),
        claims: { sub: newSecret(), ...(nonce && { nonce }), ...claims },
        ...{ header, forged },
      });
      return { code, state: searchParams.get('state') ?? '' };
    },
    instead: (ending, other) => void replaced.set(ending, other),
  };
}
