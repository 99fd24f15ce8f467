import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { limit } from '../../lib/limit.ts';
import { credentials } from './credentials.ts';
import { mfa, mfaLogin } from './mfa.ts';
import { oauth } from './oauth.ts';
import { passkeys } from './passkeys.ts';
import { sessions } from './sessions.ts';

/** Ways in and out. */
export const auth = new Hono<AppEnv>()
  .use(limit('RATE_LIMIT_AUTH'))
  .route('/', sessions)
  .route('/', credentials)
  .route('/', mfaLogin)
  .route('/mfa', mfa)
  .route('/passkeys', passkeys)
  .route('/oauth', oauth);
