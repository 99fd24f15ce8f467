import { evictDurableObject } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { score } from '../../psychometrics/scoring/score.ts';
import type { Appended, Completed, SessionState } from '../../workers/contract/sessions.ts';
import { answersOf, api, begin, definitionIn, finish, ring, send, stubOf } from '../testing/takers.ts';

it('works at every entry point with nothing left in memory', async () => {
  const session = await begin();
  const definition = await definitionIn();
  const answers = answersOf(definition, session);
  const evict = () => evictDurableObject(stubOf(session.id));

  await evict();
  for (let at = 0; at < answers.length; at += 6) {
    expect((await send<Appended>(session, answers.slice(at, at + 6))).status).toBe(200);
    await evict();
    expect((await send<Appended>(session, answers.slice(at, at + 6))).body.seq).toBe(
      Math.min(at + 6, answers.length),
    );
    await evict();
  }
  const wrong = await api('GET', `/sessions/${session.id}`, { secret: 'A'.repeat(43) });
  expect(wrong.body).toMatchObject({ code: 'secret_wrong' });
  await evict();
  const state = await api<SessionState>('GET', `/sessions/${session.id}`, session);
  expect(state.body.answers).toEqual(answers.map(({ seq: _, ...answer }) => answer));
  expect(state.body.progress.finished).toBe(true);
  await evict();
  expect(await ring(session.id, 'expire')).toBe(true);
  await evict();
  const done = await finish<Completed>(session);
  expect(done.body.score).toEqual(score(definition, answers));
  await evict();
  expect((await finish<Completed>(session)).body).toEqual(done.body);
  await evict();
  const next = await begin({ continues: { session: session.id, secret: session.secret } });
  expect(next.seq).toBe(answers.length);
  await evict();
  expect((await api('DELETE', `/sessions/${session.id}`, session)).status).toBe(204);
  await evict();
  expect((await finish(session)).body).toMatchObject({ code: 'session_not_found' });
});
