import type { BeginOAuth, OAuthBegun } from '../../../workers/contract/auth.ts';
import type { Provider } from '../../../workers/contract/users.ts';
import { ask, call } from './api.ts';

/** What this browser remembers while somebody is away at a provider. */
export interface Trip {
  provider: Provider;
  language: string;
  /** Linking to the account that is signed in, instead of signing in. */
  link: boolean;
  /** A path of this site to go back to. */
  to: string | null;
  /** When it began, ms. */
  at: number;
}

const KEY = 'provider-trip';
const LASTS_MS = 10 * 60_000;

// A provider's app may come back in a new tab: the tab's own storage is not there then, the browser's is.
const stores = (): Storage[] => {
  const found: Storage[] = [];
  for (const name of ['sessionStorage', 'localStorage'] as const) {
    try {
      found.push(window[name]);
    } catch {
      // Storage is blocked.
    }
  }
  return found;
};

/** Leaves for a provider: to sign in, or with `link` to link it to who is signed in. Throws `Refusal`. */
export async function beginTrip(trip: Omit<Trip, 'at'>): Promise<void> {
  const { provider, language, link } = trip;
  const body: BeginOAuth = { language, client: 'web' };
  const { url } = await (link ? call : ask)<OAuthBegun>('POST', `/auth/oauth/${provider}`, body);
  const kept = JSON.stringify({ ...trip, at: Date.now() });
  for (const store of stores()) store.setItem(KEY, kept);
  location.assign(url);
}

/** The trip somebody comes back from, if it began here and not long ago. It stays until `endTrip`. */
export function tripUnderWay(now = Date.now()): Trip | null {
  for (const store of stores()) {
    const kept = store.getItem(KEY);
    const trip = kept ? (JSON.parse(kept) as Trip) : null;
    if (trip && now - trip.at < LASTS_MS) return trip;
  }
  return null;
}

export function endTrip(): void {
  for (const store of stores()) store.removeItem(KEY);
}
