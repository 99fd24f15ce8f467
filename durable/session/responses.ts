import { verdictOf } from '../../psychometrics/careless/rule.ts';
import type { Score } from '../../psychometrics/types.ts';
import type { NewProfileRow } from '../../workers/db/profile-row.ts';
import { type ResponsesMessage, responsesKey } from '../../workers/queues/messages.ts';
import type { Live } from './store.ts';

/** The answers on their way to the lake, before they have their key. `person` null: the first of its chain. */
export type SessionResponses = Omit<ResponsesMessage, 'key' | 'person'> & { person: string | null };

export function responsesOf(live: Live, profile: NewProfileRow, score: Score): SessionResponses {
  const { assessment, version, language, mode, person, answers } = live;
  return {
    type: 'responses',
    ...{ assessment, version, language, mode, person },
    day: new Date(profile.createdAt).toISOString().slice(0, 10),
    gender: profile.displayGender,
    acquiescence: score.acquiescence.value,
    verdict: verdictOf(score),
    answers: [...answers.values()].map(({ item, category, ms }) => ({ item, category, ms })),
  };
}

/** Sends the answers. The key is fixed by the session, so that a repeat is the same rows. */
export async function sendResponses(env: Env, session: string, responses: SessionResponses): Promise<void> {
  const key = await responsesKey(session);
  await env.RESPONSES_QUEUE.send({ ...responses, key, person: responses.person ?? key });
}
