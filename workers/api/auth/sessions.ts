import { Hono } from 'hono';
import { logout, logoutEverywhere } from '../../auth/logout.ts';
import { refreshSignIn } from '../../auth/refresh.ts';
import { endAuthSession, listAuthSessions } from '../../auth/sessions.ts';
import { loadKeys } from '../../auth/tokens/keys.ts';
import type { AppEnv } from '../../context.ts';
import { AuthSessions, ByAuthSession, Jwks, Logout, Refresh, SignedIn } from '../../contract/auth.ts';
import { valid } from '../../lib/validate.ts';
import { operation } from '../operation.ts';
import { PRIVATE } from '../private.ts';
import { answerTokens, clearRefresh, refreshTokenOf } from './cookie.ts';

const tag = 'auth';

/** Tokens and sign-ins. */
export const sessions = new Hono<AppEnv>()
  .post(
    '/refresh',
    operation({
      id: 'refresh',
      tag,
      body: true,
      summary: 'The next access token, for the refresh token in the cookie or the body.',
      answer: SignedIn,
      problems: ['refresh_invalid', 'account_suspended'],
    }),
    valid('json', Refresh),
    async (c) => answerTokens(c, await refreshSignIn(c.var.ctx, refreshTokenOf(c, c.req.valid('json')))),
  )
  .post(
    '/logout',
    operation({ id: 'logout', tag, body: true, summary: 'Ends this sign-in.', status: 204 }),
    valid('json', Logout),
    async (c) => {
      await logout(c.var.ctx, refreshTokenOf(c, c.req.valid('json')));
      clearRefresh(c);
      return c.body(null, 204);
    },
  )
  .post(
    '/logout-all',
    operation({
      id: 'logoutAll',
      tag,
      body: true,
      summary: 'Ends every sign-in of the account.',
      status: 204,
      access: 'restorer',
    }),
    async (c) => {
      await logoutEverywhere(c.var.ctx);
      clearRefresh(c);
      return c.body(null, 204);
    },
  )
  .get(
    '/sessions',
    operation({
      id: 'listAuthSessions',
      tag,
      summary: 'Where the account is signed in.',
      answer: AuthSessions,
      access: 'user',
    }),
    async (c) => c.json(await listAuthSessions(c.var.ctx), 200, PRIVATE),
  )
  .delete(
    '/sessions/:id',
    operation({
      id: 'endAuthSession',
      tag,
      summary: 'Ends one sign-in.',
      status: 204,
      access: 'user',
      problems: ['auth_session_not_found'],
    }),
    valid('param', ByAuthSession),
    async (c) => {
      await endAuthSession(c.var.ctx, c.req.valid('param'));
      return c.body(null, 204);
    },
  )
  .get(
    '/jwks.json',
    operation({ id: 'jwks', tag, summary: 'The public keys of access tokens (RFC 7517).', answer: Jwks }),
    async (c) => {
      const { published } = await loadKeys(c.var.ctx);
      return c.json({ keys: published }, 200, { 'cache-control': 'public, max-age=300' });
    },
  );
