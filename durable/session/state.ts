import type { Answer } from '../../psychometrics/types.ts';
import type { SessionState } from '../../workers/contract/sessions.ts';
import { responsesKey } from '../../workers/queues/messages.ts';
import { progressOf } from './append.ts';
import { type Desk, definitionOf, type Reply } from './desk.ts';
import type { Live } from './store.ts';

/** A session nobody answered for this long is abandoned and deleted. */
export const SILENCE_MS = 7 * 86_400_000;

/** A finished result: still on its way to D1, or in it. */
export type ResultState = 'pending' | 'recorded';

export const expiryOf = ({ activeAt }: Pick<Live, 'activeAt'>): string =>
  new Date(activeAt + SILENCE_MS).toISOString();

/** Everything needed to go on with the session on this or another device. */
export async function stateOf(desk: Desk, live: Live): Promise<SessionState> {
  const definition = await definitionOf(desk, live);
  const { assessment, version, language, mode, seed, seq, completion } = live;
  return {
    ...{ id: desk.id, assessment, version, language, mode, seed, seq },
    status: completion ? 'completed' : 'active',
    answers: [...live.answers.values()],
    progress: progressOf(definition, live),
    profile: completion?.profile ?? null,
    expiresAt: completion ? null : expiryOf(live),
  };
}

/** What a session that goes on from this one starts with. */
export interface Transcript {
  assessment: string;
  version: number;
  language: string;
  seed: string;
  answers: Answer[];
  /** Lake key of the first session of the chain. */
  person: string;
}

export async function transcriptOf(desk: Desk, live: Live): Promise<Reply<Transcript>> {
  if (!live.completion) return { fault: { code: 'session_not_completed', field: 'continues.session' } };
  const { assessment, version, language, seed, answers } = live;
  const person = live.person ?? (await responsesKey(desk.id));
  return { value: { assessment, version, language, seed, person, answers: [...answers.values()] } };
}
