import { drizzle } from 'drizzle-orm/d1';
import type { NewProfileRow } from '../../workers/db/profile-row.ts';
import { describeError, log } from '../../workers/lib/log.ts';
import { settlesWithin } from '../../workers/lib/settles-within.ts';
import { forgetProfile, recordProfile } from '../../workers/profiles/record.ts';
import { clearNamedAlarm, retryNamedAlarm, setNamedAlarm } from './alarms.ts';
import type { Desk } from './desk.ts';
import { type SessionEvent, sendEvent } from './events.ts';
import { hasSchema } from './migrations.ts';
import { type SessionResponses, sendResponses } from './responses.ts';

type Step = 'profile' | 'event' | 'responses';

interface Handing {
  profile: NewProfileRow;
  event: SessionEvent;
  responses: SessionResponses;
}

/** The alarm takes over from the attempt made while the caller waits. */
const FIRST_ALARM_MS = 5_000;
const CALLER_WAITS_MS = 2_000;

/** Stores what has to reach D1 and the queue, in the same write as the result itself. */
export function putOutbox({ storage }: Desk, { profile, event, responses }: Handing, now: number): void {
  storage.sql.exec(
    `INSERT INTO outbox (step, payload) VALUES ('profile', ?), ('event', ?), ('responses', ?)`,
    ...[profile, event, responses].map((payload) => JSON.stringify(payload)),
  );
  setNamedAlarm(storage, 'outbox', now + FIRST_ALARM_MS);
}

function waiting<T>({ storage }: Desk, step: Step): T | null {
  if (!hasSchema(storage.sql)) return null;
  const [row] = storage.sql
    .exec<{ payload: string }>('SELECT payload FROM outbox WHERE step = ?', step)
    .toArray();
  return row ? (JSON.parse(row.payload) as T) : null;
}

/** True once D1 has the profile. */
export const isSaved = (desk: Desk): boolean => waiting(desk, 'profile') === null;

function done({ storage }: Desk, step: Step): void {
  if (hasSchema(storage.sql)) storage.sql.exec('DELETE FROM outbox WHERE step = ?', step);
}

async function saveProfile(desk: Desk): Promise<void> {
  const row = waiting<NewProfileRow>(desk, 'profile');
  if (!row) return;
  const db = drizzle(desk.env.DB);
  await recordProfile(db, row);
  // Deleted while D1 was slow: the record must not outlive its owner's wish.
  if (isSaved(desk)) await forgetProfile(db, row.sessionId);
  else done(desk, 'profile');
}

async function emitEvent(desk: Desk): Promise<void> {
  const event = waiting<SessionEvent>(desk, 'event');
  if (!event) return;
  await sendEvent(desk.env, desk.id, event);
  done(desk, 'event');
}

async function emitResponses(desk: Desk): Promise<void> {
  const responses = waiting<SessionResponses>(desk, 'responses');
  if (!responses) return;
  await sendResponses(desk.env, desk.id, responses);
  done(desk, 'responses');
}

/**
 * Hands on what waits: the profile to D1, then event and answers to their queues. In this order: whoever deletes a
 * profile finds it in D1 whenever its answers may be in the lake. A failure is left to the alarm. */
export async function drainOutbox(desk: Desk): Promise<void> {
  try {
    desk.saving ??= saveProfile(desk).finally(() => {
      desk.saving = null;
    });
    await desk.saving;
    await emitEvent(desk);
    await emitResponses(desk);
    if (hasSchema(desk.storage.sql)) clearNamedAlarm(desk.storage, 'outbox');
  } catch (error) {
    log('outbox_retry', describeError(error));
    if (hasSchema(desk.storage.sql)) retryNamedAlarm(desk.storage, 'outbox', Date.now());
  }
}

/** Waits for D1 to have the profile, but no longer than a caller should wait for a result that is safe already. */
export async function trySaving(desk: Desk): Promise<boolean> {
  if (isSaved(desk)) return true;
  const draining = drainOutbox(desk);
  // Event and answers may take longer: only the profile is waited for.
  await settlesWithin(Promise.race([draining, desk.saving]), CALLER_WAITS_MS);
  return isSaved(desk);
}
