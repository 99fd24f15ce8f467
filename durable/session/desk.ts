import type { Definition } from '../../psychometrics/types.ts';
import { loadPublished } from '../../workers/assessments/published.ts';
import { sameHash } from '../../workers/lib/ids.ts';
import { settlesWithin } from '../../workers/lib/settles-within.ts';
import { type Pace, withinPace } from './pace.ts';
import type { Fault } from './rules.ts';
import { type Live, readLive } from './store.ts';

/** What every operation of a session works on. */
export interface Desk {
  readonly id: string;
  readonly env: Env;
  readonly storage: DurableObjectStorage;
  readonly sockets: () => WebSocket[];
  /** Cache of storage: undefined = not read since the last eviction or failure, null = there is no session. */
  live: Live | null | undefined;
  /** The attempt under way to hand the result on, so that parallel callers share it. */
  saving: Promise<void> | null;
  readonly pace: Pace;
}

/** Errors do not keep their class across an RPC call, so an expected refusal is a value. */
export type Reply<T> = { value: T } | { fault: Fault };

export function liveOf(desk: Desk): Live | null {
  if (desk.live === undefined) desk.live = readLive(desk.storage);
  return desk.live;
}

/** The session, if it is there and the hash is that of its secret. */
export function admit(desk: Desk, secretHash: string): Reply<Live> {
  const live = liveOf(desk);
  if (!live) return { fault: { code: 'session_not_found' } };
  return sameHash(live.secretHash, secretHash) ? { value: live } : { fault: { code: 'secret_wrong' } };
}

/** As `admit`, for a call that costs: within the session's pace, which a stranger cannot use up. */
export function admitPaced(desk: Desk, secretHash: string): Reply<Live> {
  const admitted = admit(desk, secretHash);
  if ('fault' in admitted) return admitted;
  const fault = overPace(desk);
  return fault ? { fault } : admitted;
}

export function overPace({ pace }: Desk): Fault | null {
  return withinPace(pace, Date.now()) ? null : { code: 'rate_limited', retryAfter: 60 };
}

/** The definition this session is pinned to. */
export async function definitionOf({ env }: Desk, live: Live): Promise<Definition> {
  return (await loadPublished(env, live.assessment, live.version, live.language)).definition;
}

const SAVE_SETTLES_MS = 3_000;

/**
 * Removes everything this object ever stored, its alarm too, and ends its sockets. A write to D1 under way may end
 * first: a crash right after the wipe could not take it back. One that hangs takes itself back when it ends.
 */
export async function wipe(desk: Desk): Promise<void> {
  if (desk.saving) await settlesWithin(desk.saving, SAVE_SETTLES_MS);
  for (const socket of desk.sockets()) socket.close(1000, 'session deleted');
  desk.live = null;
  await desk.storage.deleteAlarm();
  await desk.storage.deleteAll();
  desk.live = undefined;
}
