import { Hono } from 'hono';
import type { AppEnv } from '../context.ts';
import {
  Account,
  ByUser,
  Claimed,
  ClaimProfiles,
  Consents,
  FindUsers,
  FoundUsers,
  History,
  HistoryQuery,
  Preferences,
  SetRole,
  SetStatus,
  UpdateAccount,
  UpdatePreferences,
} from '../contract/users.ts';
import { valid } from '../lib/validate.ts';
import { claimProfiles } from '../users/claim.ts';
import { listConsents } from '../users/consents.ts';
import { findUsers } from '../users/find.ts';
import { readHistory } from '../users/history.ts';
import { readPreferences, updatePreferences } from '../users/preferences.ts';
import { readAccount } from '../users/read.ts';
import { setRole } from '../users/set-role.ts';
import { setStatus } from '../users/set-status.ts';
import { updateAccount } from '../users/update.ts';
import { operation } from './operation.ts';
import { PRIVATE } from './private.ts';

const tag = 'users';

/** Accounts: one's own as `me`, others' for who has the permission. */
export const users = new Hono<AppEnv>()
  .get(
    '/',
    operation({
      id: 'findUsers',
      tag,
      summary: 'Accounts, newest first, with masked addresses.',
      answer: FoundUsers,
      access: 'users.find',
    }),
    valid('query', FindUsers),
    async (c) => c.json(await findUsers(c.var.ctx, c.req.valid('query')), 200, PRIVATE),
  )
  .get(
    '/:id',
    operation({
      id: 'getUser',
      tag,
      summary: 'One’s own account as `me`; another’s with `users.read`.',
      answer: Account,
      access: 'restorer',
      problems: ['user_not_found'],
    }),
    valid('param', ByUser),
    async (c) => c.json(await readAccount(c.var.ctx, c.req.valid('param')), 200, PRIVATE),
  )
  .put(
    '/:id',
    operation({
      id: 'updateUser',
      tag,
      body: true,
      summary: 'Changes one’s own name or language.',
      answer: Account,
      access: 'user',
      problems: ['user_not_found'],
    }),
    valid('param', ByUser),
    valid('json', UpdateAccount),
    async (c) => {
      const change = c.req.valid('json');
      return c.json(await updateAccount(c.var.ctx, { ...c.req.valid('param'), change }), 200, PRIVATE);
    },
  )
  .get(
    '/:id/preferences',
    operation({
      id: 'getPreferences',
      tag,
      summary: 'One’s own preferences.',
      answer: Preferences,
      access: 'user',
      problems: ['user_not_found'],
    }),
    valid('param', ByUser),
    async (c) => c.json(await readPreferences(c.var.ctx, c.req.valid('param')), 200, PRIVATE),
  )
  .put(
    '/:id/preferences',
    operation({
      id: 'updatePreferences',
      tag,
      body: true,
      summary: 'Changes the preferences that are named; consents among them are kept on record.',
      answer: Preferences,
      access: 'user',
      problems: ['user_not_found'],
    }),
    valid('param', ByUser),
    valid('json', UpdatePreferences),
    async (c) => {
      const change = c.req.valid('json');
      return c.json(await updatePreferences(c.var.ctx, { ...c.req.valid('param'), change }), 200, PRIVATE);
    },
  )
  .get(
    '/:id/consents',
    operation({
      id: 'listConsents',
      tag,
      summary: 'What was agreed to or taken back, and when; another’s with `users.read`.',
      answer: Consents,
      access: 'user',
      problems: ['user_not_found'],
    }),
    valid('param', ByUser),
    async (c) => c.json(await listConsents(c.var.ctx, c.req.valid('param')), 200, PRIVATE),
  )
  .put(
    '/:id/status',
    operation({
      id: 'setStatus',
      tag,
      body: true,
      summary: 'Suspends an account, which ends its sign-ins, or takes that back.',
      answer: Account,
      access: 'users.suspend',
      problems: ['user_not_found', 'last_admin', 'reauthentication_required'],
    }),
    valid('param', ByUser),
    valid('json', SetStatus),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param') };
      return c.json(await setStatus(c.var.ctx, input), 200, PRIVATE);
    },
  )
  .put(
    '/:id/role',
    operation({
      id: 'setRole',
      tag,
      body: true,
      summary: 'Gives an account another role, which counts at once.',
      answer: Account,
      access: 'users.role',
      problems: ['user_not_found', 'last_admin', 'reauthentication_required'],
    }),
    valid('param', ByUser),
    valid('json', SetRole),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param') };
      return c.json(await setRole(c.var.ctx, input), 200, PRIVATE);
    },
  )
  .post(
    '/:id/profiles',
    operation({
      id: 'claimProfiles',
      tag,
      body: true,
      summary: 'Adds results made without an account to one’s own, each by its secret.',
      answer: Claimed,
      access: 'user',
      problems: ['user_not_found'],
    }),
    valid('param', ByUser),
    valid('json', ClaimProfiles),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param') };
      return c.json(await claimProfiles(c.var.ctx, input), 200, PRIVATE);
    },
  )
  .get(
    '/:id/profiles',
    operation({
      id: 'readHistory',
      tag,
      summary: 'The results one’s account keeps, newest first.',
      answer: History,
      access: 'user',
      problems: ['user_not_found'],
    }),
    valid('param', ByUser),
    valid('query', HistoryQuery),
    async (c) => {
      const input = { ...c.req.valid('query'), ...c.req.valid('param') };
      return c.json(await readHistory(c.var.ctx, input), 200, PRIVATE);
    },
  );
