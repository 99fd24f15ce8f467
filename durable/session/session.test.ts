import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { score } from '../../psychometrics/scoring/score.ts';
import type { Appended, Begun, Completed, SessionState } from '../../workers/contract/sessions.ts';
import {
  answered,
  answersOf,
  api,
  begin,
  definitionIn,
  eventually,
  finish,
  inside,
  send,
} from '../testing/takers.ts';

it('takes a test from the first answer to the result', async () => {
  const session = await begin({ language: 'en' });
  expect(session).toMatchObject({ assessment: 'teto-egen', version: 1, mode: 'default', seq: 0 });
  expect(session.id).toMatch(/^[0-9a-f]{64}$/);
  expect(session.secret.length).toBeGreaterThanOrEqual(43);
  expect(session.seed).toMatch(/^[0-9a-f]{32}$/);
  expect(Date.parse(session.expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);

  const definition = await definitionIn('en');
  const answers = answersOf(definition, session);
  for (let at = 0; at < answers.length; at += 5) {
    const { status, body } = await send<Appended>(session, answers.slice(at, at + 5));
    expect(status).toBe(200);
    expect(body.seq).toBe(Math.min(at + 5, answers.length));
    expect(body.progress.next).toBe(answers[at + 5]?.item ?? null);
  }

  const changed = { ...answers[0]!, seq: answers.length + 1, category: 0 };
  expect((await send<Appended>(session, [changed])).body.seq).toBe(answers.length + 1);
  const state = await api<SessionState>('GET', `/sessions/${session.id}`, session);
  expect(state.headers.get('cache-control')).toBe('no-store');
  expect(state.body).toMatchObject({ status: 'active', seq: answers.length + 1, profile: null });
  const { seq: _, ...first } = changed;
  expect(state.body.answers[0]).toEqual(first);
  expect(state.body.answers).toHaveLength(answers.length);

  const done = await finish<Completed>(session, { displayGender: 'female', nickname: '봄이' });
  expect(done.status).toBe(200);
  expect(done.body.saved).toBe(true);
  expect(done.body.score).toEqual(score(definition, state.body.answers));
  const row = await env.DB.prepare('SELECT * FROM profiles WHERE session_id = ?').bind(session.id).first();
  expect(row).toMatchObject({
    ...{ id: done.body.profile.id, slug: done.body.profile.slug, nickname: '봄이', display_gender: 'female' },
    ...{ assessment_id: 'teto-egen', version: 1, language: 'en', mode: 'default', visibility: 'unlisted' },
  });
  expect(JSON.parse(String(row?.score))).toEqual(done.body.score);

  const after = await api<SessionState>('GET', `/sessions/${session.id}`, session);
  expect(after.body).toMatchObject({ status: 'completed', expiresAt: null, profile: done.body.profile });
});

it('counts a completed test once, when its messages are delivered', async () => {
  const session = await answered({ language: 'en', mode: 'quick' });
  const done = await finish<Completed>(session);
  const count = () =>
    env.DB.prepare(
      `SELECT sum(count) AS n FROM rollups WHERE metric = 'assessment.length' AND dimension LIKE ?`,
    )
      .bind(`teto-egen:en:quick:${done.body.score.items}`)
      .first<number>('n');
  expect(await eventually(count)).toBe(1);
  expect(await eventually(async () => (await inside(session.id, 'SELECT * FROM outbox')).length === 0)).toBe(
    true,
  );
  expect(await inside(session.id, 'SELECT * FROM alarms')).toEqual([]);
});

it('completes exactly once under twenty calls at the same time', async () => {
  const session = await answered();
  const calls = await Promise.all(Array.from({ length: 20 }, () => finish<Completed>(session)));
  expect(new Set(calls.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(calls.map(({ body }) => JSON.stringify([body.profile, body.score]))).size).toBe(1);
  const rows = await env.DB.prepare('SELECT id FROM profiles WHERE session_id = ?').bind(session.id).all();
  expect(rows.results).toEqual([{ id: calls[0]?.body.profile.id }]);
  const later = await finish<Completed>(session, { displayGender: 'male' });
  expect(later.body).toEqual({ ...calls[0]?.body, saved: true });
});

it('never lets gender or name near the score', async () => {
  const seed = 'ab'.repeat(16);
  const scores = [];
  for (const displayGender of ['male', 'female', 'none']) {
    const session = await answered({ seed });
    const { body } = await finish<Completed>(session, { displayGender, nickname: displayGender });
    scores.push(body.score);
  }
  expect(scores[1]).toEqual(scores[0]);
  expect(scores[2]).toEqual(scores[0]);
});

it('pins a session to its version when a new one is published', async () => {
  const session = await begin();
  const definition = await definitionIn();
  const answers = answersOf(definition, session);
  await send(session, answers.slice(0, 3));
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO assessment_versions SELECT assessment_id, 2, 'published', bank, published_at FROM assessment_versions`,
    ),
    env.DB.prepare(
      `INSERT INTO assessment_texts SELECT assessment_id, 2, language, items, copy FROM assessment_texts`,
    ),
    env.DB.prepare('UPDATE assessments SET current_version = 2'),
  ]);
  const newer = await begin({ version: 2 });
  expect(newer.version).toBe(2);
  expect((await send(session, answers.slice(3))).status).toBe(200);
  const done = await finish<Completed>(session);
  expect(done.body.score).toEqual(score(definition, answers));
  const state = await api<SessionState>('GET', `/sessions/${session.id}`, session);
  expect(state.body.version).toBe(1);
  await env.DB.prepare('UPDATE assessments SET current_version = 1').run();
});

it('gives a refused set of answers a result page too, without a type', async () => {
  const session = await begin();
  await send(
    session,
    answersOf(await definitionIn(), session, () => 2),
  );
  const { body } = await finish<Completed>(session);
  expect(body.score).toMatchObject({ kind: 'none', refusal: 'straight_line' });
  expect(body.profile.slug).toMatch(/^[1-9A-HJ-NP-Za-km-z]{22}$/);
  expect(body.saved).toBe(true);
});

it('keeps only a hash of the secret', async () => {
  const session: Begun = await answered();
  const rows = await inside(session.id, 'SELECT * FROM session');
  const tables = await inside<{ name: string }>(
    session.id,
    `SELECT name FROM sqlite_master WHERE type = 'table'`,
  );
  const dump = [];
  for (const { name } of tables) {
    if (!name.startsWith('_cf')) dump.push(await inside(session.id, `SELECT * FROM "${name}"`));
  }
  expect(JSON.stringify(dump)).toContain(rows[0]?.secret_hash);
  expect(JSON.stringify(dump)).not.toContain(session.secret);
});

it('begins once, though the call that begins it may be repeated', async () => {
  const stub = env.SESSIONS.get(env.SESSIONS.newUniqueId());
  const beginning = {
    ...{ secretHash: 'h', assessment: 'teto-egen', version: 1, language: 'ko', seed: '0'.repeat(32) },
    ...{ mode: 'default' as const, copied: [], person: null, slug: null },
  };
  expect(await stub.begin(beginning)).toBe(await stub.begin(beginning));
  await expect(async () => stub.begin({ ...beginning, secretHash: 'other' })).rejects.toThrow();
});
