import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { score } from '../../psychometrics/scoring/score.ts';
import type { Completed, SessionState } from '../../workers/contract/sessions.ts';
import { responsesKey } from '../../workers/queues/messages.ts';
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

const start = (body: unknown) => api('POST', '/assessments/teto-egen/sessions', { body });

it('goes on from a completed session, to be surer', async () => {
  const definition = await definitionIn('en');
  const first = await answered({ language: 'en' });
  const before = await finish<Completed>(first);
  const next = await begin({ language: 'en', continues: { session: first.id, secret: first.secret } });
  expect(next).toMatchObject({ mode: 'precise', version: 1, seed: first.seed, seq: first.answers.length });
  expect(next.id).not.toBe(first.id);
  expect(next.secret).not.toBe(first.secret);

  const more = answersOf(definition, next, undefined, first.answers);
  expect(more.length).toBeGreaterThan(0);
  expect((await send(next, more)).status).toBe(200);
  const done = await finish<Completed>(next);
  expect(done.body.score).toEqual(score(definition, [...first.answers, ...more]));
  expect(done.body.score.items).toBeGreaterThan(before.body.score.items);
  expect(done.body.profile).not.toEqual(before.body.profile);
  const old = await api<SessionState>('GET', `/sessions/${first.id}`, first);
  expect(old.body.answers).toHaveLength(first.answers.length);

  const [{ person: chain } = {}] = await inside(next.id, 'SELECT person FROM session');
  expect(chain).toBe(await responsesKey(first.id));
  const marks = await env.DB.prepare('SELECT continued FROM profiles ORDER BY created_at').all();
  expect(marks.results).toEqual([{ continued: 0 }, { continued: 1 }]);

  const count = (metric: string) =>
    env.DB.prepare('SELECT sum(count) AS n FROM rollups WHERE metric = ?').bind(metric).first<number>('n');
  expect(await eventually(() => count('assessment.continued'))).toBe(1);
  expect(await eventually(() => count('assessment.completed'))).toBe(1);
});

it('goes on only from a completed session of the same kind, with its secret', async () => {
  const running = await answered();
  const go = (secret: string, more = {}) => ({
    language: 'ko',
    continues: { session: running.id, secret },
    ...more,
  });
  expect((await start(go(running.secret))).body).toMatchObject({
    code: 'session_not_completed',
    field: 'continues.session',
  });
  await finish(running);
  expect((await start(go('A'.repeat(43)))).body).toMatchObject({ status: 403, code: 'secret_wrong' });
  expect((await start(go(running.secret, { language: 'en' }))).body).toMatchObject({
    code: 'invalid_field',
    field: 'language',
  });
  expect((await start(go(running.secret, { version: 7 }))).body).toMatchObject({ field: 'version' });
  const foreign = { session: 'f'.repeat(64), secret: running.secret };
  expect((await start({ language: 'ko', continues: foreign })).body).toMatchObject({
    code: 'session_not_found',
  });
  expect((await start(go(running.secret))).status).toBe(201);
});
