import { Hono } from 'hono';
import { addPasskey } from '../../auth/passkeys/add.ts';
import { beginAddingPasskey } from '../../auth/passkeys/begin-adding.ts';
import { beginPasskeyLogin } from '../../auth/passkeys/begin-login.ts';
import { listPasskeys } from '../../auth/passkeys/list.ts';
import { loginByPasskey } from '../../auth/passkeys/login.ts';
import { removePasskey } from '../../auth/passkeys/remove.ts';
import { renamePasskey } from '../../auth/passkeys/rename.ts';
import type { AppEnv } from '../../context.ts';
import {
  AddPasskey,
  ByPasskey,
  LoginAnswer,
  PasskeyAdded,
  PasskeyLogin,
  PasskeyLoginOptions,
  PasskeyOptions,
  Passkeys,
  RenamePasskey,
} from '../../contract/auth.ts';
import { valid } from '../../lib/validate.ts';
import { operation } from '../operation.ts';
import { PRIVATE } from '../private.ts';
import { answerLogin } from './cookie.ts';

const tag = 'auth';

/** Passkeys: the second factor, or the whole of a login. */
export const passkeys = new Hono<AppEnv>()
  .post(
    '/options',
    operation({
      id: 'beginAddingPasskey',
      tag,
      body: true,
      summary: 'What the browser needs to make a passkey.',
      answer: PasskeyOptions,
      access: 'user',
      problems: ['reauthentication_required', 'passkey_refused'],
    }),
    async (c) => c.json(await beginAddingPasskey(c.var.ctx), 200, PRIVATE),
  )
  .post(
    '/',
    operation({
      id: 'addPasskey',
      tag,
      body: true,
      summary: 'Adds the passkey the browser made; recovery codes come with the first second factor.',
      status: 201,
      answer: PasskeyAdded,
      access: 'user',
      problems: ['passkey_refused', 'challenge_expired'],
    }),
    valid('json', AddPasskey),
    async (c) => c.json(await addPasskey(c.var.ctx, c.req.valid('json')), 201, PRIVATE),
  )
  .get(
    '/',
    operation({
      id: 'listPasskeys',
      tag,
      summary: 'The passkeys of the account.',
      answer: Passkeys,
      access: 'user',
    }),
    async (c) => c.json(await listPasskeys(c.var.ctx), 200, PRIVATE),
  )
  .put(
    '/:id',
    operation({
      id: 'renamePasskey',
      tag,
      body: true,
      summary: 'Names a passkey.',
      status: 204,
      access: 'user',
      problems: ['passkey_not_found'],
    }),
    valid('param', ByPasskey),
    valid('json', RenamePasskey),
    async (c) => {
      await renamePasskey(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') });
      return c.body(null, 204);
    },
  )
  .delete(
    '/:id',
    operation({
      id: 'removePasskey',
      tag,
      summary: 'Removes a passkey, unless it is the last way in.',
      status: 204,
      access: 'user',
      problems: ['reauthentication_required', 'passkey_not_found', 'last_way_in'],
    }),
    valid('param', ByPasskey),
    async (c) => {
      await removePasskey(c.var.ctx, c.req.valid('param'));
      return c.body(null, 204);
    },
  )
  .post(
    '/login/options',
    operation({
      id: 'beginPasskeyLogin',
      tag,
      body: true,
      summary: 'What the browser needs to sign in by a passkey, or to give it as the second factor.',
      answer: PasskeyOptions,
      problems: ['challenge_expired'],
    }),
    valid('json', PasskeyLoginOptions),
    async (c) => c.json(await beginPasskeyLogin(c.var.ctx, c.req.valid('json')), 200, PRIVATE),
  )
  .post(
    '/login',
    operation({
      id: 'loginByPasskey',
      tag,
      body: true,
      summary: 'Signs in by a passkey, or finishes a login with it.',
      answer: LoginAnswer,
      problems: ['passkey_refused', 'challenge_expired', 'account_suspended'],
    }),
    valid('json', PasskeyLogin),
    async (c) => answerLogin(c, await loginByPasskey(c.var.ctx, c.req.valid('json'))),
  );
