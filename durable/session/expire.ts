import { describeError, log } from '../../workers/lib/log.ts';
import { clearNamedAlarm, retryNamedAlarm, setNamedAlarm } from './alarms.ts';
import { type Desk, liveOf, wipe } from './desk.ts';
import { abandonedEvent, sendEvent } from './events.ts';
import { SILENCE_MS } from './state.ts';

/**
 * Deletes a session that stayed silent, after reporting it as abandoned. Answers do not move the alarm, so that
 * storing them costs no second write: it looks here how long the session has really been silent.
 */
export async function expire(desk: Desk): Promise<void> {
  const live = liveOf(desk);
  if (!live || live.completion) return clearNamedAlarm(desk.storage, 'expire');
  const due = live.activeAt + SILENCE_MS;
  if (due > Date.now()) return setNamedAlarm(desk.storage, 'expire', due);
  try {
    const event = abandonedEvent(live, due);
    if (event) await sendEvent(desk.env, desk.id, event);
    // Somebody answered or completed it while the queue was slow: the session lives on.
    const now = liveOf(desk);
    if (now?.completion) return clearNamedAlarm(desk.storage, 'expire');
    if (now && now.activeAt + SILENCE_MS > Date.now())
      return setNamedAlarm(desk.storage, 'expire', Date.now());
    await wipe(desk);
  } catch (error) {
    log('expiry_retry', describeError(error));
    retryNamedAlarm(desk.storage, 'expire', Date.now());
  }
}
