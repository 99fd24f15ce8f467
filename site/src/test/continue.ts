import type { Definition } from '../../../psychometrics/types.ts';
import type { SessionState } from '../../../workers/contract/sessions.ts';
import { call } from './api.ts';
import { findResult } from './results.ts';
import { beginSession, type TestSession } from './session.ts';

/** A session that goes on from the finished one behind a slug or id, to be surer; null when this browser does not own it. */
export async function continueFrom(name: string, definition: Definition): Promise<TestSession | null> {
  const result = await findResult(name).catch(() => undefined);
  if (!result) return null;
  let { answers, seed } = result;
  if (!answers || !seed) {
    const state = await call<SessionState>(
      'GET',
      `/sessions/${result.session}`,
      undefined,
      result.secret,
    ).catch(() => null);
    if (!state) return null;
    answers = state.answers;
    seed = state.seed;
  }
  const known = new Set(definition.items.map(({ id }) => id));
  if (!answers.every(({ item }) => known.has(item))) return null;
  const session = beginSession(definition, 'precise', seed);
  session.log = answers.map(({ item, category, ms }, i) => ({ seq: i + 1, item, category, ms }));
  if (result.language === definition.language)
    session.continues = { session: result.session, secret: result.secret };
  return session;
}
