import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import worker from '../index.ts';
import { pdfJobId } from '../profiles/files.ts';
import { call, problemOf } from '../testing/api.ts';
import { take } from '../testing/take.ts';
import type { PdfMessage } from './messages.ts';

/** Delivers a job as the queue would, to a Worker whose browser can be taken away. */
async function deliver(body: PdfMessage, attempts: number, from: Env = env) {
  const batch = createMessageBatch('teto-egen-pdf', [{ id: 'm', timestamp: Date.now(), attempts, body }]);
  const execution = createExecutionContext();
  await worker.queue(batch, from, execution);
  return getQueueResult(batch, execution);
}

const noBrowser = {
  ...env,
  BROWSER: { fetch: async () => new Response('down', { status: 503 }) },
} as unknown as Env;

test('a PDF is made by the queue, kept, served, and gone with its result', { timeout: 90_000 }, async () => {
  const { profile, session } = await take();
  const path = `/api/v1/profiles/${profile.slug}/pdf?language=en`;
  const asked = await call('GET', path);
  expect(asked.status).toBe(202);
  expect(Number(asked.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await asked.json()).toMatchObject({ state: 'queued', attempts: 0 });
  await expect
    .poll(async () => (await call('GET', path)).status, { timeout: 60_000, interval: 500 })
    .toBe(200);
  const made = await call('GET', path);
  expect(made.headers.get('content-type')).toBe('application/pdf');
  const bytes = new Uint8Array(await made.arrayBuffer());
  expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
  const jobs = await env.DB.prepare('SELECT count(*) AS n FROM pdf_jobs').first<{ n: number }>();
  expect(jobs?.n).toBe(0);

  await call('DELETE', `/api/v1/profiles/${profile.id}`, { secret: session.secret });
  expect((await call('GET', path)).status).toBe(404);
  expect((await env.FILES.list({ prefix: 'pdf/' })).objects).toEqual([]);
});

test('a failing browser is retried, then told once as a problem; asking again begins anew', async () => {
  const { profile } = await take();
  const job = pdfJobId({ id: profile.id, revision: 1 }, 'ko');
  const now = Date.now();
  await env.DB.prepare(
    "INSERT INTO pdf_jobs (id, profile_id, state, attempts, updated_at) VALUES (?, ?, 'queued', 0, ?)",
  )
    .bind(job, profile.id, now)
    .run();
  const message = { job, profileId: profile.id, revision: 1, language: 'ko' };
  const path = `/api/v1/profiles/${profile.slug}/pdf`;

  expect((await deliver(message, 1, noBrowser)).retryMessages).toHaveLength(1);
  expect(await (await call('GET', path)).json()).toMatchObject({ state: 'retrying', attempts: 1 });
  expect((await deliver(message, 3, noBrowser)).retryMessages).toHaveLength(1);
  expect(await problemOf(await call('GET', path))).toMatchObject({ status: 502, code: 'pdf_failed' });
  expect(await (await call('GET', path)).json()).toMatchObject({ state: 'queued' });
});

test('a job delivered again prints nothing twice and leaves nothing of a deleted result', async () => {
  const { profile, session } = await take();
  const job = pdfJobId({ id: profile.id, revision: 1 }, 'ko');
  const message = { job, profileId: profile.id, revision: 1, language: 'ko' };
  await env.FILES.put(`pdf/${job}.pdf`, '%PDF-made before');
  expect((await deliver(message, 1, noBrowser)).retryMessages).toEqual([]);
  expect(await (await env.FILES.get(`pdf/${job}.pdf`))?.text()).toBe('%PDF-made before');

  await call('DELETE', `/api/v1/profiles/${profile.id}`, { secret: session.secret });
  // As if the first delivery had died right after keeping its file.
  await env.FILES.put(`pdf/${job}.pdf`, '%PDF-made before');
  await deliver(message, 2);
  expect(await env.FILES.head(`pdf/${job}.pdf`)).toBeNull();
});

test('a language that was never published is refused before any work', async () => {
  const { profile } = await take();
  const answer = await call('GET', `/api/v1/profiles/${profile.slug}/pdf?language=fr`);
  expect(await problemOf(answer)).toMatchObject({ status: 404, code: 'version_not_found' });
});
