import { env } from 'cloudflare:workers';
import { progress } from '../../psychometrics/live.ts';
import type { Answer, Mode } from '../../psychometrics/types.ts';
import { loadPublished } from '../assessments/published.ts';
import type { BeginSession, Begun, Completed } from '../contract/sessions.ts';
import { call } from './api.ts';

type Person = (item: { id: string; pole: 'teto' | 'egen'; key: 1 | -1 }) => number;

/** Answers the Teto items high and the Egen items low, whichever way they are worded. */
export const teto: Person = ({ pole, key }) => ((pole === 'teto') === (key === 1) ? 4 : 1);
export const egen: Person = ({ pole, key }) => ((pole === 'egen') === (key === 1) ? 4 : 1);

interface Taken extends Completed {
  session: Begun;
  answers: Answer[];
}

interface Options {
  language?: string;
  mode?: Mode;
  complete?: object;
}

export async function begin(input: Partial<BeginSession> = {}): Promise<Begun> {
  const body = { language: 'ko', ...input };
  const begun = await call('POST', '/api/v1/assessments/teto-egen/sessions', { body });
  if (begun.status !== 201) throw new Error(await begun.text());
  return begun.json<Begun>();
}

/** A whole test through the API: begin, the engine's questions, one batch, complete. */
export async function take(
  person: Person = teto,
  { language = 'ko', mode = 'default', complete = {} }: Options = {},
): Promise<Taken> {
  const session = await begin({ language, mode });
  const answers = await answer(session, person);
  const { id, secret } = session;
  await call('POST', `/api/v1/sessions/${id}/answers`, {
    secret,
    body: { answers: answers.map((one, index) => ({ seq: index + 1, ...one })) },
  });
  const completed = await call('POST', `/api/v1/sessions/${id}/complete`, { secret, body: complete });
  if (!completed.ok) throw new Error(await completed.text());
  return { ...(await completed.json<Completed>()), session, answers };
}

/** What a person would answer to the questions of a session, until the test says that it is enough. */
export async function answer({ seed, mode, version, language }: Begun, person: Person): Promise<Answer[]> {
  const { definition } = await loadPublished(env, 'teto-egen', version, language);
  const answers: Answer[] = [];
  for (;;) {
    const { next } = progress(definition, { seed, mode, answers });
    const item = definition.items.find(({ id }) => id === next);
    if (!item) return answers;
    const pole = item.facet < 3 ? 'teto' : 'egen';
    answers.push({
      item: item.id,
      category: person({ id: item.id, pole, key: item.key }),
      ms: 2500 + answers.length,
    });
  }
}
