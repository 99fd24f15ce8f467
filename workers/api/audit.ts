import { Hono } from 'hono';
import type { AppEnv } from '../context.ts';
import { Audit, AuditQuery } from '../contract/users.ts';
import { valid } from '../lib/validate.ts';
import { readAudit } from '../users/read-audit.ts';
import { operation } from './operation.ts';
import { PRIVATE } from './private.ts';

export const audit = new Hono<AppEnv>().get(
  '/',
  operation({
    id: 'readAudit',
    tag: 'users',
    summary: 'What was done with rights, latest first. Reading it is written down as well.',
    answer: Audit,
    access: 'audit.read',
  }),
  valid('query', AuditQuery),
  async (c) => c.json(await readAudit(c.var.ctx, c.req.valid('query')), 200, PRIVATE),
);
