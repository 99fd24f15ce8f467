import { env } from 'cloudflare:workers';
import { progress } from '../../psychometrics/live.ts';
import type { Answer, Definition, Mode } from '../../psychometrics/types.ts';
import { loadPublished } from '../assessments/published.ts';
import type { AnswerEntry, BeginSession, Begun, Completed } from '../contract/sessions.ts';
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
export async function answer(session: Begun, person: Person): Promise<Answer[]> {
  const { definition } = await loadPublished(env, 'teto-egen', session.version, session.language);
  const items = new Map(definition.items.map((item) => [item.id, item]));
  const entries = answersOf(definition, session, (id) => {
    const item = items.get(id);
    return item ? person({ id, pole: item.facet < 3 ? 'teto' : 'egen', key: item.key }) : 0;
  });
  return entries.map(({ seq: _, ...one }) => one);
}

/** The answers from `before` on until the test says that it is finished, each category picked by `choose`. */
export function answersOf(
  definition: Definition,
  { seed, mode }: { seed: string; mode: Mode },
  choose: (item: string, step: number) => number = (_, step) => [4, 1, 3, 0, 2][step % 5] ?? 2,
  before: AnswerEntry[] = [],
): AnswerEntry[] {
  const answers = [...before];
  for (;;) {
    const { next } = progress(definition, { seed, mode, answers });
    if (!next) return answers.slice(before.length);
    answers.push({
      ...{ seq: answers.length + 1, item: next, category: choose(next, answers.length) },
      ms: 2400 + answers.length,
    });
  }
}
