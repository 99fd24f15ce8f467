/** Most writes a session takes a minute; a whole test is about thirty. */
const PER_MINUTE = 240;
const MINUTE_MS = 60_000;

export interface Pace {
  since: number;
  writes: number;
}

/**
 * Counts a write and tells whether it is within the limit. All writes of a session meet in its one object, so the
 * count is exact and costs no call elsewhere; an eviction, which takes a pause, starts it anew.
 */
export function withinPace(pace: Pace, now: number): boolean {
  if (now - pace.since >= MINUTE_MS) {
    pace.since = now;
    pace.writes = 0;
  }
  return ++pace.writes <= PER_MINUTE;
}
