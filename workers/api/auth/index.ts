import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { limit } from '../../lib/limit.ts';
import { credentials } from './credentials.ts';
import { mfa, mfaLogin } from './mfa.ts';
import { oauth } from './oauth.ts';
import { passkeys } from './passkeys.ts';
import { sessions } from './sessions.ts';

/**
 * Ways in and out. What every visit of a page asks for has the limit of all requests; what takes a password or a code,
 * or sends a mail, a stricter one. A sign-up by provider mails too, and counts that itself (`countTry`).
 */
export const auth = new Hono<AppEnv>()
  .route('/', sessions)
  .route('/oauth', oauth)
  .route('/passkeys', passkeys)
  .use(limit('RATE_LIMIT_AUTH'))
  .route('/', credentials)
  .route('/', mfaLogin)
  .route('/mfa', mfa);
