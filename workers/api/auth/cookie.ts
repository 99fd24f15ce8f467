import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Login } from '../../auth/complete-login.ts';
import { logout } from '../../auth/logout.ts';
import { IDLE_MS } from '../../auth/tokens/families.ts';
import type { AppEnv } from '../../context.ts';
import { PRIVATE } from '../private.ts';

const NAME = '__Host-refresh';
/** Of every cookie of ours: for this origin only, and out of reach of scripts. */
export const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

type Ct = Context<AppEnv>;

/** The refresh token of the body (native clients), else of the cookie. */
export const refreshTokenOf = (c: Ct, body: { refreshToken?: string | undefined }): string | undefined =>
  body.refreshToken ?? getCookie(c, NAME);

/** Answers a new way in. The sign-in this browser had before ends: nobody could reach it any more. */
export function answerLogin<Answer extends object>(c: Ct, login: Login<Answer>) {
  const { refresh } = login;
  const before = refresh?.client === 'web' ? getCookie(c, NAME) : undefined;
  if (before) c.var.ctx.defer(logout(c.var.ctx, before));
  return answerTokens(c, login);
}

/** The refresh token goes into a cookie no script can read, or to a native client into the body. */
export function answerTokens<Answer extends object>(c: Ct, { answer, refresh }: Login<Answer>) {
  if (!refresh) return c.json(answer, 200, PRIVATE);
  if (refresh.client === 'native') return c.json({ ...answer, refreshToken: refresh.token }, 200, PRIVATE);
  setCookie(c, NAME, refresh.token, { ...ATTRIBUTES, maxAge: IDLE_MS / 1000 });
  return c.json(answer, 200, PRIVATE);
}

export const clearRefresh = (c: Ct): void => void deleteCookie(c, NAME, ATTRIBUTES);
