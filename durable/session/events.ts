import { verdictOf } from '../../psychometrics/careless/rule.ts';
import type { Score } from '../../psychometrics/types.ts';
import { sha256 } from '../../workers/lib/ids.ts';
import type { AnalyticsMessage, ResultType } from '../../workers/queues/messages.ts';
import type { Live } from './store.ts';

type Completed = Extract<AnalyticsMessage, { type: 'assessment.completed' }>;
type Abandoned = Extract<AnalyticsMessage, { type: 'assessment.abandoned' }>;
/** What happened, before it has its id. */
export type SessionEvent = Omit<Completed, 'id'> | Omit<Abandoned, 'id'>;

/**
 * Sends an event. Its id is fixed by the session, so that a repeat is counted once, and hashed, so that what was
 * counted leads back to nobody.
 */
export async function sendEvent(env: Env, session: string, event: SessionEvent): Promise<void> {
  const id = await sha256(`${event.type}:${session}`);
  await env.ANALYTICS_QUEUE.send({ ...event, id } satisfies Omit<AnalyticsMessage, 'type'>);
}

export function resultType({ kind, leaning }: Score): ResultType {
  return kind === 'balanced' ? `balanced-${leaning ?? 'teto'}` : kind;
}

export function completedEvent(live: Live, score: Score, at: number): SessionEvent {
  const { assessment, version, language, mode, copied } = live;
  return {
    type: 'assessment.completed',
    ...{ at, assessment, version, language, mode },
    result: resultType(score),
    items: score.items,
    verdict: verdictOf(score),
    continued: copied > 0,
  };
}

/** Null for a session nobody began to answer, and for one that goes on from a result: its taker did finish a test. */
export function abandonedEvent(live: Live, at: number): SessionEvent | null {
  const { assessment, language, mode, copied, answers } = live;
  if (answers.size === 0 || copied > 0) return null;
  return {
    type: 'assessment.abandoned',
    ...{ at, assessment, language, mode },
    answered: answers.size,
  };
}
