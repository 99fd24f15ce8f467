import { score } from '../../psychometrics/scoring/score.ts';
import type { Completed, CompleteSession } from '../../workers/contract/sessions.ts';
import type { NewProfileRow } from '../../workers/db/profile-row.ts';
import { newProfileId, newSlug } from '../../workers/lib/ids.ts';
import { clearNamedAlarm } from './alarms.ts';
import { type Desk, definitionOf, liveOf, type Reply } from './desk.ts';
import { completedEvent } from './events.ts';
import { putOutbox, trySaving } from './outbox.ts';
import { responsesOf } from './responses.ts';
import { checkCompletable } from './rules.ts';
import { type Completion, insertCompletion, type Live } from './store.ts';

/**
 * Scores the answers and makes the result, once: a repeat gets the same. Result and outbox are stored here first;
 * `saved` tells whether D1 has the profile yet. The answers stay as long as the profile does, because its owner may
 * go on from them; deleting the profile deletes this object.
 */
export async function complete(desk: Desk, input: CompleteSession): Promise<Reply<Completed>> {
  const known = liveOf(desk);
  const definition = known && (await definitionOf(desk, known));
  const live = liveOf(desk);
  if (!live || !definition) return { fault: { code: 'session_not_found' } };
  let { completion } = live;
  if (!completion) {
    const fault = checkCompletable(definition, live.mode, live.answers.keys());
    if (fault) return { fault };
    completion = {
      at: Date.now(),
      profile: { id: newProfileId(), slug: live.slug ?? newSlug() },
      score: score(definition, [...live.answers.values()]),
    };
    finish(desk, live, completion, input);
  }
  const { profile, score: result } = completion;
  return { value: { profile, score: result, saved: await trySaving(desk) } };
}

function finish(desk: Desk, live: Live, completion: Completion, input: CompleteSession): void {
  const { at, profile, score } = completion;
  const { secretHash, assessment, version, language, mode } = live;
  desk.live = undefined;
  desk.storage.transactionSync(() => {
    insertCompletion(desk.storage.sql, completion);
    clearNamedAlarm(desk.storage, 'expire');
    const row: NewProfileRow = {
      ...{ id: profile.id, slug: profile.slug, sessionId: desk.id, secretHash },
      ...{ assessmentId: assessment, version, language, mode, score, continued: live.copied > 0 },
      ...{ nickname: input.nickname, displayGender: input.displayGender },
      visibility: 'unlisted',
      ...{ createdAt: at, updatedAt: at },
    };
    const event = completedEvent(live, score, at);
    putOutbox(desk, { profile: row, event, responses: responsesOf(live, row, score) }, at);
  });
}
