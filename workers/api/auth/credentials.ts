import { Hono } from 'hono';
import { changeEmail } from '../../auth/change-email.ts';
import { changePassword } from '../../auth/change-password.ts';
import { confirmEmail } from '../../auth/confirm-email.ts';
import { confirmMagicLink } from '../../auth/confirm-magic-link.ts';
import { login } from '../../auth/login.ts';
import { mailLink } from '../../auth/mail-link.ts';
import { reauthenticate } from '../../auth/reauthenticate.ts';
import { register } from '../../auth/register.ts';
import { resendCode } from '../../auth/resend-code.ts';
import { resetPassword } from '../../auth/reset-password.ts';
import { verifyEmail } from '../../auth/verify-email.ts';
import type { AppEnv } from '../../context.ts';
import {
  Accepted,
  ByChallenge,
  ChangeEmail,
  ChangePassword,
  CodeSent,
  ConfirmEmail,
  ForEmail,
  Login,
  LoginAnswer,
  MagicLogin,
  Reauthenticate,
  Register,
  ResetPassword,
  VerifyEmail,
} from '../../contract/auth.ts';
import { valid } from '../../lib/validate.ts';
import { operation } from '../operation.ts';
import { PRIVATE } from '../private.ts';
import { answerLogin } from './cookie.ts';

const tag = 'auth';

/** Address and password: coming by them, changing them, and links by mail. */
export const credentials = new Hono<AppEnv>()
  .post(
    '/register',
    operation({
      id: 'register',
      tag,
      body: true,
      summary:
        'Begins a sign-up: a code goes to the address. The answer tells not whether it has an account.',
      status: 202,
      answer: CodeSent,
      idempotent: true,
      problems: ['under_age', 'password_common'],
    }),
    valid('json', Register),
    async (c) => c.json(await register(c.var.ctx, c.req.valid('json')), 202, PRIVATE),
  )
  .post(
    '/verify-email',
    operation({
      id: 'verifyEmail',
      tag,
      body: true,
      summary: 'Finishes a sign-up by the mailed code: makes the account and signs in.',
      answer: LoginAnswer,
      problems: ['code_wrong', 'challenge_expired', 'email_taken', 'identity_taken'],
    }),
    valid('json', VerifyEmail),
    async (c) => answerLogin(c, await verifyEmail(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/verify-email/resend',
    operation({
      id: 'resendCode',
      tag,
      body: true,
      summary: 'Another code under a new challenge; the one before works no more.',
      status: 202,
      answer: CodeSent,
      idempotent: true,
      problems: ['challenge_expired'],
    }),
    valid('json', ByChallenge),
    async (c) => c.json(await resendCode(c.var.ctx, c.req.valid('json')), 202, PRIVATE),
  )
  .post(
    '/login',
    operation({
      id: 'login',
      tag,
      body: true,
      summary: 'Signs in by address and password; asks for the second factor where there is one.',
      answer: LoginAnswer,
      problems: ['credentials_wrong', 'account_suspended'],
    }),
    valid('json', Login),
    async (c) => answerLogin(c, await login(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/reauthenticate',
    operation({
      id: 'reauthenticate',
      tag,
      body: true,
      summary: 'Proves again who is there, for ten minutes.',
      status: 204,
      access: 'restorer',
      problems: [
        'second_factor_needed',
        'credentials_wrong',
        'code_wrong',
        'passkey_refused',
        'challenge_expired',
      ],
    }),
    valid('json', Reauthenticate),
    async (c) => {
      await reauthenticate(c.var.ctx, c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .put(
    '/password',
    operation({
      id: 'changePassword',
      tag,
      body: true,
      summary: 'Changes the password, or sets the first one; every other sign-in ends.',
      status: 204,
      access: 'user',
      problems: ['credentials_wrong', 'password_common', 'reauthentication_required'],
    }),
    valid('json', ChangePassword),
    async (c) => {
      await changePassword(c.var.ctx, c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .put(
    '/email',
    operation({
      id: 'changeEmail',
      tag,
      body: true,
      summary: 'Begins a change of address: a code goes to the new one.',
      status: 202,
      answer: CodeSent,
      idempotent: true,
      access: 'user',
      problems: ['reauthentication_required'],
    }),
    valid('json', ChangeEmail),
    async (c) => c.json(await changeEmail(c.var.ctx, c.req.valid('json')), 202, PRIVATE),
  )
  .post(
    '/email/confirm',
    operation({
      id: 'confirmEmail',
      tag,
      body: true,
      summary: 'Finishes the change of address by the mailed code.',
      status: 204,
      access: 'user',
      problems: ['code_wrong', 'challenge_expired', 'email_taken'],
    }),
    valid('json', ConfirmEmail),
    async (c) => {
      await confirmEmail(c.var.ctx, c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .post(
    '/password/forgot',
    operation({
      id: 'forgotPassword',
      tag,
      body: true,
      summary:
        'Mails a link for a new password, where the address has an account. Works once, for 30 minutes.',
      status: 202,
      answer: Accepted,
      idempotent: true,
    }),
    valid('json', ForEmail),
    async (c) => c.json(await mailLink(c.var.ctx, 'reset', c.req.valid('json')), 202, PRIVATE),
  )
  .post(
    '/password/reset',
    operation({
      id: 'resetPassword',
      tag,
      body: true,
      summary: 'Sets a new password by the mailed link; every sign-in ends, none begins.',
      status: 204,
      problems: ['challenge_expired', 'password_common'],
    }),
    valid('json', ResetPassword),
    async (c) => {
      await resetPassword(c.var.ctx, c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .post(
    '/magic-link',
    operation({
      id: 'magicLink',
      tag,
      body: true,
      summary: 'Mails a link that signs in, where the address has an account. Works once, for 15 minutes.',
      status: 202,
      answer: Accepted,
      idempotent: true,
    }),
    valid('json', ForEmail),
    async (c) => c.json(await mailLink(c.var.ctx, 'magic_link', c.req.valid('json')), 202, PRIVATE),
  )
  .post(
    '/magic-link/confirm',
    operation({
      id: 'confirmMagicLink',
      tag,
      body: true,
      summary: 'Signs in by the mailed link; asks for the second factor where there is one.',
      answer: LoginAnswer,
      problems: ['challenge_expired', 'account_suspended'],
    }),
    valid('json', MagicLogin),
    async (c) => answerLogin(c, await confirmMagicLink(c.var.ctx, c.req.valid('json'))),
  );
