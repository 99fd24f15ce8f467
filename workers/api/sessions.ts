import { Hono } from 'hono';
import {
  appendAnswers,
  beginSession,
  completeSession,
  openSocket,
  readSession,
} from '../../durable/session/client.ts';
import type { AppEnv } from '../context.ts';
import { ByAssessment } from '../contract/assessments.ts';
import {
  AppendAnswers,
  Appended,
  BeginSession,
  Begun,
  BySession,
  Completed,
  CompleteSession,
  SessionState,
  SOCKET_PROTOCOL,
} from '../contract/sessions.ts';
import { requireBearer } from '../lib/bearer.ts';
import { limit } from '../lib/limit.ts';
import { Problem } from '../lib/problem.ts';
import { socketSecret } from '../lib/socket-secret.ts';
import { valid } from '../lib/validate.ts';
import { removeSession } from '../profiles/remove-session.ts';
import { operation } from './operation.ts';
import { PRIVATE } from './private.ts';

const tag = 'sessions';

export const sessions = new Hono<AppEnv>()
  .post(
    '/assessments/:id/sessions',
    operation({
      id: 'beginSession',
      body: true,
      tag,
      summary: 'Begins a session. The secret is shown this once.',
      status: 201,
      answer: Begun,
      problems: [
        'assessment_not_found',
        'version_not_found',
        'session_not_found',
        'session_not_completed',
        'secret_wrong',
      ],
    }),
    limit('RATE_LIMIT'),
    valid('param', ByAssessment),
    valid('json', BeginSession),
    async (c) => {
      const begun = await beginSession(c.var.ctx.env, c.req.valid('param').id, c.req.valid('json'));
      return c.json(begun, 201, { ...PRIVATE, location: `/api/v1/sessions/${begun.id}` });
    },
  )
  .get(
    '/sessions/:id',
    operation({
      id: 'getSession',
      tag,
      summary: 'Everything needed to go on with a session.',
      answer: SessionState,
      problems: ['session_not_found'],
      secret: true,
    }),
    valid('param', BySession),
    async (c) =>
      c.json(
        await readSession(c.var.ctx.env, c.req.valid('param').id, requireBearer(c.req.raw.headers)),
        200,
        PRIVATE,
      ),
  )
  .post(
    '/sessions/:id/answers',
    operation({
      id: 'appendAnswers',
      body: true,
      tag,
      summary: 'Stores a batch of answers, all or none, before it answers. Sending again is harmless.',
      answer: Appended,
      problems: [
        'session_not_found',
        'session_completed',
        'seq_gap',
        'seq_conflict',
        'unknown_item',
        'category_out_of_range',
        'batch_too_large',
      ],
      secret: true,
    }),
    valid('param', BySession),
    valid('json', AppendAnswers),
    async (c) => {
      const { answers } = c.req.valid('json');
      const secret = requireBearer(c.req.raw.headers);
      return c.json(
        await appendAnswers(c.var.ctx.env, c.req.valid('param').id, secret, answers),
        200,
        PRIVATE,
      );
    },
  )
  .get(
    '/sessions/:id/socket',
    operation({
      id: 'openSocket',
      tag,
      summary:
        'A WebSocket for answers. Offer the subprotocols `teto-egen.v1` and the secret; the first is selected.',
      status: 101,
      problems: [
        'session_not_found',
        'upgrade_required',
        'origin_not_allowed',
        'secret_required',
        'secret_wrong',
      ],
    }),
    valid('param', BySession),
    async (c) => {
      if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') throw new Problem('upgrade_required');
      return openSocket(
        c.var.ctx.env,
        c.req.valid('param').id,
        socketSecret(c.req.raw.headers, SOCKET_PROTOCOL),
      );
    },
  )
  .post(
    '/sessions/:id/complete',
    operation({
      id: 'completeSession',
      body: true,
      tag,
      summary: 'Makes the result, once. Asking again returns the same.',
      answer: Completed,
      problems: ['session_not_found', 'too_few_answers'],
      secret: true,
    }),
    valid('param', BySession),
    valid('json', CompleteSession),
    async (c) => {
      const secret = requireBearer(c.req.raw.headers);
      return c.json(
        await completeSession(c.var.ctx.env, c.req.valid('param').id, secret, c.req.valid('json')),
        200,
        PRIVATE,
      );
    },
  )
  .delete(
    '/sessions/:id',
    operation({
      id: 'deleteSession',
      tag,
      summary: 'Deletes the session with all its answers, and the result made from it.',
      status: 204,
      problems: ['session_not_found'],
      secret: true,
    }),
    valid('param', BySession),
    async (c) => {
      await removeSession(c.var.ctx, c.req.valid('param').id, requireBearer(c.req.raw.headers));
      return c.body(null, 204, PRIVATE);
    },
  );
