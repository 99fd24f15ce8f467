import { progress } from '../../psychometrics/adaptive/progress.ts';
import type { Definition } from '../../psychometrics/types.ts';
import type { AnswerEntry, Appended, SessionProgress } from '../../workers/contract/sessions.ts';
import { type Desk, definitionOf, liveOf, type Reply } from './desk.ts';
import { checkBatch } from './rules.ts';
import { answerAt, appendAnswers, type Live } from './store.ts';

/**
 * Stores the new answers of a batch, all or none, for a caller already admitted.
 * No reply leaves the object before the answers are on disk: the output gate holds it.
 */
export async function storeAnswers(desk: Desk, batch: readonly AnswerEntry[]): Promise<Reply<Live>> {
  const known = liveOf(desk);
  const definition = known && (await definitionOf(desk, known));
  const live = liveOf(desk);
  if (!live || !definition) return { fault: { code: 'session_not_found' } };
  const fresh = checkBatch(
    definition,
    {
      seq: live.seq,
      completed: live.completion !== null,
      stored: (seq) => answerAt(desk.storage.sql, seq),
    },
    batch,
  );
  if (!Array.isArray(fresh)) return { fault: fresh };
  if (fresh.length > 0) remember(desk, live, fresh);
  return { value: live };
}

function remember(desk: Desk, live: Live, fresh: AnswerEntry[]): void {
  const now = Date.now();
  // Should storing fail, the next call reads back what is really there.
  desk.live = undefined;
  appendAnswers(desk.storage, fresh, now);
  for (const { seq, ...answer } of fresh) {
    live.seq = seq;
    live.answers.set(answer.item, answer);
  }
  live.activeAt = now;
  desk.live = live;
}

/** Where the test stands: the same replay as in the browser, over what is stored. */
export function progressOf(definition: Definition, { seed, mode, answers }: Live): SessionProgress {
  const { next, finished, answered, certainty, axis } = progress(definition, {
    seed,
    mode,
    answers: [...answers.values()],
  });
  return { next, finished, answered, certainty, axis };
}

/** As `storeAnswers`, with the progress that a client without the engine needs. */
export async function append(desk: Desk, batch: readonly AnswerEntry[]): Promise<Reply<Appended>> {
  const stored = await storeAnswers(desk, batch);
  if ('fault' in stored) return stored;
  const live = stored.value;
  return { value: { seq: live.seq, progress: progressOf(await definitionOf(desk, live), live) } };
}
