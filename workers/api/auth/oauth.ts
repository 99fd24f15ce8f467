import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { beginOAuth, OAUTH_MINUTES } from '../../auth/oauth/begin.ts';
import { finishOAuth } from '../../auth/oauth/finish.ts';
import { listProviders } from '../../auth/oauth/providers.ts';
import { signUpByProvider } from '../../auth/oauth/sign-up.ts';
import { unlinkIdentity } from '../../auth/oauth/unlink.ts';
import type { AppEnv } from '../../context.ts';
import {
  BeginOAuth,
  ByProvider,
  FinishOAuth,
  OAuthAnswer,
  OAuthBegun,
  OAuthSignUp,
  OAuthSignUpAnswer,
  Providers,
} from '../../contract/auth.ts';
import { valid } from '../../lib/validate.ts';
import { enter } from '../guard.ts';
import { operation } from '../operation.ts';
import { PRIVATE } from '../private.ts';
import { ATTRIBUTES, answerLogin } from './cookie.ts';

const tag = 'auth';
const STATE = '__Host-oauth';

/** An access token may come along, as linking needs one; one that is not good is refused. */
async function enterIfNamed({ req, var: { ctx } }: Context<AppEnv>): Promise<void> {
  if (req.raw.headers.has('authorization')) await enter(ctx, req.raw.headers, 'user');
}

/** Signing in by way of a provider, and linking one. */
export const oauth = new Hono<AppEnv>()
  .get(
    '/',
    operation({
      id: 'listProviders',
      tag,
      summary: 'The providers, and which of them are set up here.',
      answer: Providers,
    }),
    (c) => c.json(listProviders(c.var.ctx), 200, { 'cache-control': 'public, max-age=60' }),
  )
  .post(
    '/sign-up',
    operation({
      id: 'oauthSignUp',
      tag,
      body: true,
      summary: 'Makes the account of somebody a provider vouched for.',
      answer: OAuthSignUpAnswer,
      problems: ['challenge_expired', 'under_age', 'email_taken', 'identity_taken'],
    }),
    valid('json', OAuthSignUp),
    async (c) => answerLogin(c, await signUpByProvider(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/:provider',
    operation({
      id: 'beginOAuth',
      tag,
      body: true,
      account: true,
      summary: 'The address to go to at the provider: to sign in, or with an access token to link.',
      answer: OAuthBegun,
      problems: ['provider_off', 'provider_failed', 'reauthentication_required'],
    }),
    valid('param', ByProvider),
    valid('json', BeginOAuth),
    async (c) => {
      await enterIfNamed(c);
      const input = c.req.valid('json');
      const { url, state } = await beginOAuth(c.var.ctx, { ...input, ...c.req.valid('param') });
      if (input.client === 'web') setCookie(c, STATE, state, { ...ATTRIBUTES, maxAge: OAUTH_MINUTES * 60 });
      return c.json({ url }, 200, PRIVATE);
    },
  )
  .post(
    '/:provider/finish',
    operation({
      id: 'finishOAuth',
      tag,
      body: true,
      account: true,
      summary: 'Signs in, links, or asks for a sign-up, for the query the provider sent back with.',
      answer: OAuthAnswer,
      problems: [
        ...(['challenge_expired', 'provider_off', 'provider_refused', 'provider_failed'] as const),
        ...(['link_instead', 'identity_taken', 'token_required'] as const),
      ],
    }),
    valid('param', ByProvider),
    valid('json', FinishOAuth),
    async (c) => {
      await enterIfNamed(c);
      const finished = await finishOAuth(c.var.ctx, {
        ...c.req.valid('param'),
        ...c.req.valid('json'),
        kept: getCookie(c, STATE),
        fromPage: c.req.header('origin') !== undefined,
      });
      deleteCookie(c, STATE, ATTRIBUTES);
      return answerLogin(c, finished);
    },
  )
  .delete(
    '/:provider',
    operation({
      id: 'unlinkOAuth',
      tag,
      summary: 'Unlinks a provider.',
      status: 204,
      access: 'user',
      problems: ['reauthentication_required', 'identity_not_found', 'last_way_in'],
    }),
    valid('param', ByProvider),
    async (c) => {
      await unlinkIdentity(c.var.ctx, c.req.valid('param'));
      return c.body(null, 204);
    },
  );
