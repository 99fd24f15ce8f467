import { Hono } from 'hono';
import type { AppEnv } from '../context.ts';
import { Account, ByExport, ByUser, Export, Exports } from '../contract/users.ts';
import { valid } from '../lib/validate.ts';
import { beginDeletion } from '../users/rights/begin-deletion.ts';
import { listExports, readExport } from '../users/rights/read-export.ts';
import { requestExport } from '../users/rights/request-export.ts';
import { restoreAccount } from '../users/rights/restore.ts';
import { clearRefresh } from './auth/cookie.ts';
import { operation } from './operation.ts';
import { PRIVATE } from './private.ts';

const tag = 'users';
const Me = ByExport.pick({ id: true });

/** What everybody may ask of us about their own data: a copy of it, and its end. */
export const rights = new Hono<AppEnv>()
  .post(
    '/:id/exports',
    operation({
      id: 'requestExport',
      tag,
      body: true,
      summary: 'Begins a ZIP of everything the account has here; the one under way when there is one.',
      status: 202,
      idempotent: true,
      answer: Export,
      access: 'restorer',
      problems: ['reauthentication_required'],
    }),
    valid('param', Me),
    async (c) => c.json(await requestExport(c.var.ctx), 202, PRIVATE),
  )
  .get(
    '/:id/exports',
    operation({
      id: 'listExports',
      tag,
      summary: 'The exports asked for and not yet forgotten.',
      answer: Exports,
      access: 'restorer',
    }),
    valid('param', Me),
    async (c) => c.json(await listExports(c.var.ctx), 200, PRIVATE),
  )
  .get(
    '/:id/exports/:export',
    operation({
      id: 'getExport',
      tag,
      summary: 'The file of a finished export.',
      file: 'application/zip',
      access: 'restorer',
      problems: ['export_not_found', 'export_pending', 'reauthentication_required'],
    }),
    valid('param', ByExport),
    async (c) => {
      const file = await readExport(c.var.ctx, { id: c.req.valid('param').export });
      const day = file.uploaded.toISOString().slice(0, 10);
      return new Response(file.body, {
        headers: {
          'content-type': 'application/zip',
          'content-length': String(file.size),
          'content-disposition': `attachment; filename="teto-egen-${day}.zip"`,
          ...PRIVATE,
        },
      });
    },
  )
  .delete(
    '/:id',
    operation({
      id: 'deleteAccount',
      tag,
      summary: 'Ends every sign-in and begins the deletion: seven days in which the account can be restored.',
      status: 202,
      answer: Account,
      access: 'user',
      problems: ['reauthentication_required', 'user_not_found', 'last_admin'],
    }),
    valid('param', ByUser),
    async (c) => {
      const account = await beginDeletion(c.var.ctx, c.req.valid('param'));
      clearRefresh(c);
      return c.json(account, 202, PRIVATE);
    },
  )
  .post(
    '/:id/restore',
    operation({
      id: 'restoreAccount',
      tag,
      body: true,
      summary: 'Takes a deletion back.',
      answer: Account,
      access: 'restorer',
      problems: ['account_not_deleted', 'user_not_found'],
    }),
    valid('param', Me),
    async (c) => c.json(await restoreAccount(c.var.ctx), 200, PRIVATE),
  );
