import { del, get, set } from 'idb-keyval';
import type { TestSession } from './session.ts';

const KEY = 'session';
let memory: TestSession | undefined;
let blocked = false;

/** True once the browser has refused IndexedDB: answers then live only as long as the page. */
export const storageBlocked = (): boolean => blocked;

// Read before the first paint (layouts/theme.ts), so that a resumed test does not flash question 1.
function flag(open: boolean): void {
  try {
    if (open) localStorage.setItem('open', '1');
    else localStorage.removeItem('open');
  } catch {
    blocked = true;
  }
}

async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch {
    blocked = true;
    return undefined;
  }
}

/** The unfinished test of this browser, if there is one. */
export async function loadSession(): Promise<TestSession | undefined> {
  const stored = await attempt(() => get<TestSession>(KEY));
  return blocked ? memory : stored;
}

/** Keeps the session; writes follow one another in the order of the calls. */
export async function keepSession(session: TestSession): Promise<void> {
  memory = session;
  flag(session.log.length > 0);
  await attempt(() => set(KEY, session));
}

export async function dropSession(): Promise<void> {
  memory = undefined;
  flag(false);
  await attempt(() => del(KEY));
}
