import { Hono } from 'hono';
import { confirmTotp } from '../../auth/mfa/confirm.ts';
import { loginMfa } from '../../auth/mfa/login.ts';
import { renewCodes } from '../../auth/mfa/renew-codes.ts';
import { setUpTotp } from '../../auth/mfa/set-up.ts';
import { turnOffTotp } from '../../auth/mfa/turn-off.ts';
import type { AppEnv } from '../../context.ts';
import { ConfirmTotp, LoginAnswer, LoginMfa, RecoveryCodes, TotpSetup } from '../../contract/auth.ts';
import { valid } from '../../lib/validate.ts';
import { operation } from '../operation.ts';
import { PRIVATE } from '../private.ts';
import { answerLogin } from './cookie.ts';

const tag = 'auth';

/** The second factor of a login. */
export const mfaLogin = new Hono<AppEnv>().post(
  '/login/mfa',
  operation({
    id: 'loginMfa',
    tag,
    body: true,
    summary: 'The second factor of a login: a code of the authenticator app or a recovery code.',
    answer: LoginAnswer,
    problems: ['code_wrong', 'challenge_expired', 'account_suspended'],
  }),
  valid('json', LoginMfa),
  async (c) => answerLogin(c, await loginMfa(c.var.ctx, c.req.valid('json'))),
);

/** The authenticator app and the recovery codes. */
export const mfa = new Hono<AppEnv>()
  .post(
    '/setup',
    operation({
      id: 'setUpTotp',
      tag,
      body: true,
      summary: 'A secret for an authenticator app; asking again replaces it until it is confirmed.',
      answer: TotpSetup,
      access: 'user',
      problems: ['reauthentication_required', 'mfa_on'],
    }),
    async (c) => c.json(await setUpTotp(c.var.ctx), 200, PRIVATE),
  )
  .post(
    '/confirm',
    operation({
      id: 'confirmTotp',
      tag,
      body: true,
      summary: 'Turns the authenticator app on; recovery codes come with the first second factor.',
      answer: RecoveryCodes,
      access: 'user',
      problems: ['code_wrong', 'mfa_off'],
    }),
    valid('json', ConfirmTotp),
    async (c) => c.json(await confirmTotp(c.var.ctx, c.req.valid('json')), 200, PRIVATE),
  )
  .delete(
    '/',
    operation({
      id: 'turnOffTotp',
      tag,
      summary: 'Removes the authenticator app.',
      status: 204,
      access: 'user',
      problems: ['reauthentication_required', 'mfa_off'],
    }),
    async (c) => {
      await turnOffTotp(c.var.ctx);
      return c.body(null, 204);
    },
  )
  .post(
    '/recovery-codes',
    operation({
      id: 'renewRecoveryCodes',
      tag,
      body: true,
      summary: 'Ten new recovery codes; the old ones stop working.',
      answer: RecoveryCodes,
      access: 'user',
      problems: ['reauthentication_required', 'mfa_off'],
    }),
    async (c) => c.json(await renewCodes(c.var.ctx), 200, PRIVATE),
  );
