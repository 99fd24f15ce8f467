import { Hono } from 'hono';
import type { AppEnv, Ctx } from '../context.ts';
import {
  ByProfile,
  ByProfileOrSlug,
  CreateProfile,
  OwnProfile,
  PdfJob,
  PdfQuery,
  PublicProfile,
  Shared,
  UpdateProfile,
} from '../contract/profiles.ts';
import { accessToken, requireBearer } from '../lib/bearer.ts';
import { askedBefore, EDGE_SECONDS, fromEdge, keepAtEdge } from '../lib/edge-cache.ts';
import { valid } from '../lib/validate.ts';
import { createProfile } from '../profiles/create.ts';
import { profileUrl } from '../profiles/files.ts';
import { findOwn, findShared, type Owner, stillShared } from '../profiles/find.ts';
import { readPdf } from '../profiles/pdf-job.ts';
import { readOwn, readShared } from '../profiles/read.ts';
import { removeProfile } from '../profiles/remove.ts';
import { revokeShare } from '../profiles/revoke.ts';
import { shareProfile } from '../profiles/share.ts';
import { updateProfile } from '../profiles/update.ts';
import { enter } from './guard.ts';
import { operation } from './operation.ts';
import { PRIVATE } from './private.ts';

const tag = 'profiles';
const problems = ['profile_not_found'] as const;

/** Whoever asks for one's own: an account by its access token, anybody by the session's secret. */
async function ownerOf(ctx: Ctx, headers: Headers): Promise<Owner> {
  if (!accessToken(headers)) return { secret: requireBearer(headers) };
  const { id } = await enter(ctx, headers, 'user');
  return { userId: id };
}

export const profiles = new Hono<AppEnv>()
  .post(
    '/',
    operation({
      id: 'createProfile',
      body: true,
      tag,
      summary: 'The profile of a completed session; asking again returns it.',
      status: 201,
      answer: OwnProfile,
      secret: true,
      problems: ['session_not_found', 'session_not_completed', 'unavailable'],
    }),
    valid('json', CreateProfile),
    async (c) => {
      const profile = await createProfile(c.var.ctx, c.req.valid('json'), requireBearer(c.req.raw.headers));
      return c.json(profile, 201, { ...PRIVATE, location: `/api/v1/profiles/${profile.id}` });
    },
  )
  .get(
    '/:id',
    operation({
      id: 'getProfile',
      tag,
      summary: 'A shared result by its slug, or one’s own by its id with secret or account.',
      answer: PublicProfile,
      secret: 'optional',
      account: true,
      problems: [...problems, 'profile_pending'],
    }),
    valid('param', ByProfileOrSlug),
    async (c) => {
      const { id } = c.req.valid('param');
      if (id.startsWith('p_')) {
        const owner = await ownerOf(c.var.ctx, c.req.raw.headers);
        return c.json(await readOwn(c.var.ctx, { id, owner }), 200, PRIVATE);
      }
      const url = profileUrl(c.var.ctx.origin, id);
      const kept = await fromEdge(url);
      if (kept) return new Response(kept.body, kept);
      const shared = await readShared(c.var.ctx, id);
      const response = c.json(shared, 200, {
        'cache-control': `public, max-age=0, s-maxage=${EDGE_SECONDS}`,
      });
      if (askedBefore(url))
        keepAtEdge(c.var.ctx, url, response, () => stillShared(c.var.ctx, id, shared.revision));
      return response;
    },
  )
  .put(
    '/:id',
    operation({
      id: 'updateProfile',
      body: true,
      tag,
      summary: 'Changes name, word or visibility.',
      answer: OwnProfile,
      secret: true,
      account: true,
      problems: [...problems],
    }),
    valid('param', ByProfile),
    valid('json', UpdateProfile),
    async (c) => {
      const owner = await ownerOf(c.var.ctx, c.req.raw.headers);
      const change = c.req.valid('json');
      return c.json(await updateProfile(c.var.ctx, { ...c.req.valid('param'), owner, change }), 200, PRIVATE);
    },
  )
  .delete(
    '/:id',
    operation({
      id: 'deleteProfile',
      tag,
      summary: 'Deletes a result with its answers, cards and PDFs.',
      status: 204,
      secret: true,
      account: true,
      problems: [...problems],
    }),
    valid('param', ByProfile),
    async (c) => {
      const owner = await ownerOf(c.var.ctx, c.req.raw.headers);
      await removeProfile(c.var.ctx, { ...c.req.valid('param'), owner });
      return c.body(null, 204);
    },
  )
  .post(
    '/:id/share',
    operation({
      id: 'shareProfile',
      body: true,
      tag,
      summary: 'Gives a result a public address.',
      answer: Shared,
      secret: true,
      account: true,
      problems: [...problems],
    }),
    valid('param', ByProfile),
    async (c) => {
      const owner = await ownerOf(c.var.ctx, c.req.raw.headers);
      return c.json(await shareProfile(c.var.ctx, { ...c.req.valid('param'), owner }), 200, PRIVATE);
    },
  )
  .delete(
    '/:id/share',
    operation({
      id: 'revokeShare',
      tag,
      summary: 'Takes the public address away for good.',
      status: 204,
      secret: true,
      account: true,
      problems: [...problems],
    }),
    valid('param', ByProfile),
    async (c) => {
      const owner = await ownerOf(c.var.ctx, c.req.raw.headers);
      await revokeShare(c.var.ctx, { ...c.req.valid('param'), owner });
      return c.body(null, 204);
    },
  )
  .get(
    '/:id/pdf',
    operation({
      id: 'getPdf',
      tag,
      summary: 'The result as two printable pages; 202 with the job while they are made.',
      status: 202,
      answer: PdfJob,
      file: 'application/pdf',
      secret: 'optional',
      account: true,
      problems: [...problems, 'profile_pending', 'version_not_found', 'pdf_failed'],
    }),
    valid('param', ByProfileOrSlug),
    valid('query', PdfQuery),
    async (c) => {
      const { id } = c.req.valid('param');
      const row = id.startsWith('p_')
        ? await findOwn(c.var.ctx, { id, owner: await ownerOf(c.var.ctx, c.req.raw.headers) })
        : await findShared(c.var.ctx, id);
      const answer = await readPdf(c.var.ctx, row, c.req.valid('query').language ?? row.language);
      if ('job' in answer) {
        return c.json(answer.job, 202, { ...PRIVATE, 'retry-after': String(answer.job.retryAfter) });
      }
      return new Response(answer.pdf.body, {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': 'inline; filename="teto-egen.pdf"',
          etag: answer.pdf.httpEtag,
          ...PRIVATE,
        },
      });
    },
  );
