import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Definition } from '../../psychometrics/types.ts';
import { loadPublished } from '../../workers/assessments/published.ts';
import type { ProblemBody } from '../../workers/contract/problems.ts';
import type { AnswerEntry, BeginSession, Begun } from '../../workers/contract/sessions.ts';
import { call } from '../../workers/testing/api.ts';
import { answersOf, begin } from '../../workers/testing/take.ts';
import type { AnsweringSession } from '../session/object.ts';

export { ORIGIN } from '../../workers/testing/api.ts';
export { answersOf, begin } from '../../workers/testing/take.ts';

/** A request to the whole Worker. `body` of the reply is parsed JSON, or null. */
export async function api<T>(
  method: string,
  path: string,
  options: { secret?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const { secret, body, headers } = options;
  const response = await call(method, `/api/v1${path}`, {
    ...(body !== undefined && { body }),
    ...(secret && { secret }),
    ...(headers && { headers }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : null) as T & Partial<Pick<ProblemBody, 'code' | 'field' | 'expected'>>,
  };
}

export const definitionIn = async (language = 'ko'): Promise<Definition> =>
  (await loadPublished(env, 'teto-egen', 1, language)).definition;

export function send<T>(session: Begun, answers: unknown) {
  return api<T>('POST', `/sessions/${session.id}/answers`, { secret: session.secret, body: { answers } });
}

export function finish<T>(session: Begun, body: unknown = {}) {
  return api<T>('POST', `/sessions/${session.id}/complete`, { secret: session.secret, body });
}

/** A taker who answered everything and has not completed yet. */
export async function answered(
  input: Partial<BeginSession> = {},
): Promise<Begun & { answers: AnswerEntry[] }> {
  const session = await begin(input);
  const answers = answersOf(await definitionIn(session.language), session);
  const { status } = await send(session, answers);
  if (status !== 200) throw new Error(`answers: ${status}`);
  return { ...session, answers };
}

export function stubOf(id: string): DurableObjectStub<AnsweringSession> {
  return env.SESSIONS.get(env.SESSIONS.idFromString(id));
}

/** Rows of a query inside the object of a session. */
export function inside<T extends Record<string, SqlStorageValue>>(
  id: string,
  query: string,
  ...args: SqlStorageValue[]
): Promise<T[]> {
  return runInDurableObject(stubOf(id), (_, { storage }) => storage.sql.exec<T>(query, ...args).toArray());
}

/** Makes a waiting alarm due now and lets it ring. */
export async function ring(id: string, name: 'expire' | 'outbox'): Promise<boolean> {
  await inside(id, 'UPDATE alarms SET at = 0 WHERE name = ?', name);
  return runDurableObjectAlarm(stubOf(id));
}

/** Repeats `read` until it gives something, at most ten seconds. */
export async function eventually<T>(read: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const value = await read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came');
}
