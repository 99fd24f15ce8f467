import { Hono } from 'hono';
import { recordEvents } from '../analytics/record-events.ts';
import type { AppEnv } from '../context.ts';
import { RecordEvents } from '../contract/events.ts';
import { valid } from '../lib/validate.ts';
import { operation } from './operation.ts';

export const events = new Hono<AppEnv>().post(
  '/',
  operation({
    id: 'recordEvents',
    body: true,
    tag: 'analytics',
    summary:
      'Counts what happened on a page. No identifiers, no free text. Nothing is counted with `Sec-GPC: 1`.',
    status: 202,
  }),
  valid('json', RecordEvents),
  async (c) => {
    // Global Privacy Control: whoever asks not to be counted is told the same, and is not.
    if (c.req.header('sec-gpc') !== '1') await recordEvents(c.var.ctx, c.req.valid('json').events);
    return c.body(null, 202);
  },
);
