import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, {
  type Configuration,
  interactionPolicy,
  type JWK,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { type ProviderName, TRAITS } from '../../../workers/auth/oauth/traits.ts';
import { localClient } from './keys.ts';
import { loginPage } from './page.ts';
import { claimsOf, type Person, personOf } from './people.ts';
import { memoryStore } from './store.ts';

/** One provider as this machine plays it: answers everything below its path. */
export type Issuer = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

interface Setting {
  issuer: string;
  /** Where the product may be sent back to. */
  redirectUris: string[];
  /** Signs ID tokens (RS256). */
  key: JWK;
}

/** Makes the issuer that plays `name`, with the certified provider behind it. */
export function makeIssuer(name: ProviderName, { issuer, redirectUris, key }: Setting): Issuer {
  const people = new Map<string, Person>();
  const prefix = new URL(issuer).pathname;
  const provider = new Provider(issuer, configuration(name, prefix, redirectUris, key, people));
  provider.use(async (ctx, next) => {
    await next();
    await misbehave(ctx as KoaContextWithOIDC, people);
  });
  const answer = provider.callback();
  return async (req, res) => {
    const path = (req.url ?? '').slice(prefix.length);
    if (path.startsWith('/login/')) return login(provider, name, people, req, res);
    // As a router would hand it on: the provider finds its mount path by comparing the two.
    Object.assign(req, { originalUrl: req.url, url: path });
    await answer(req, res);
  };
}

async function login(
  provider: Provider,
  name: ProviderName,
  people: Map<string, Person>,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(req, res);
  if (req.method !== 'POST') {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    res.end(loginPage(name));
    return;
  }
  const form = new URLSearchParams(await readForm(req));
  if (form.get('go') === 'no') {
    return provider.interactionFinished(req, res, { error: 'access_denied' });
  }
  const person = personOf(name, form);
  people.set(person.subject, person);
  await provider.interactionFinished(req, res, { login: { accountId: person.subject }, select_account: {} });
}

async function readForm(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req.setEncoding('utf8')) {
    text += chunk;
    if (text.length > 10_000) throw new Error('form too large');
  }
  return text;
}

function configuration(
  name: ProviderName,
  prefix: string,
  redirectUris: string[],
  key: JWK,
  people: Map<string, Person>,
): Configuration {
  const { scope, pkce } = TRAITS[name];
  const { id, secret } = localClient(name);
  return {
    adapter: memoryStore(),
    clients: [
      {
        ...{ client_id: id, client_secret: secret, redirect_uris: redirectUris },
        ...{ response_types: ['code'], grant_types: ['authorization_code'] },
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [key] },
    scopes: scope.split(' '),
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      account_email: ['email', 'email_verified'],
      profile_nickname: ['nickname'],
    },
    // The real ones put these claims into the ID token as well.
    conformIdTokenClaims: false,
    pkce: { required: () => pkce },
    features: { devInteractions: { enabled: false }, revocation: { enabled: false } },
    interactions: { policy: policy(), url: (_, { uid }) => `${prefix}/login/${uid}` },
    cookies: {
      names: { session: `${name}_session`, interaction: `${name}_interaction`, resume: `${name}_resume` },
      keys: [secret],
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 3600,
      Session: 3600,
    },
    loadExistingGrant: grantAll,
    findAccount: (_, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: (use) => claimsOf(person, name, use) };
    },
    renderError: (ctx, out) => {
      ctx.type = 'text';
      ctx.body = `${out.error}: ${out.error_description ?? ''}`;
    },
  };
}

// Everybody chooses anew each time, and accounts may be asked to be chosen (Google's `prompt`).
function policy(): interactionPolicy.DefaultPolicy {
  const { base, Check, Prompt } = interactionPolicy;
  const prompts = base();
  prompts.add(new Prompt({ name: 'select_account', requestable: true }), 0);
  prompts
    .get('login')
    ?.checks.add(
      new Check('chosen_anew', 'the account is chosen each time', (ctx) =>
        ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return prompts;
}

// Signing in there is the consent.
async function grantAll({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  const grant = new provider.Grant({
    ...(client && { clientId: client.clientId }),
    ...(session?.accountId && { accountId: session.accountId }),
  });
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '));
  await grant.save();
  return grant;
}

/** Breaks the exchange of a code as whoever it belongs to has chosen. */
async function misbehave(ctx: KoaContextWithOIDC, people: Map<string, Person>): Promise<void> {
  if (ctx.oidc?.route !== 'token') return;
  const { fault } = people.get(ctx.oidc.entities.Account?.accountId ?? '') ?? {};
  if (fault === 'hang') await new Promise((resolve) => ctx.res.once('close', resolve));
  if (fault === 'reset') ctx.req.socket.resetAndDestroy();
  if (fault === 'garbage') ctx.body = '<!doctype html><p>Be right back';
}
