import { get, update } from 'idb-keyval';
import type { Score } from '../../../workers/contract/score.ts';

/** One finished test of this browser. The secret owns the result: it never leaves the browser but to our API. */
export interface SavedResult {
  /** Profile id, `p_…`. */
  id: string;
  /** Public address; null while it is private. */
  slug: string | null;
  session: string;
  secret: string;
  kind: Score['kind'];
  word: string;
  language: string;
  /** ISO time. */
  createdAt: string;
  /** Raw answers in served order, so that the test can go on to be surer. */
  answers?: { item: string; category: number; ms: number }[];
  seed?: string;
}

const KEY = 'results';

// The inline script of a result's page (result/owner-flag.ts) reads these names before the first paint.
function note(all: readonly SavedResult[]): void {
  const names = all.flatMap(({ id, slug }) => (slug ? [id, slug] : [id])).join(' ');
  try {
    if (names) localStorage.setItem('mine', names);
    else localStorage.removeItem('mine');
  } catch {
    // Storage is blocked: the page finds out later, from IndexedDB.
  }
}

async function change(by: (all: SavedResult[]) => SavedResult[]): Promise<void> {
  let left: SavedResult[] = [];
  await update<SavedResult[]>(KEY, (all = []) => {
    left = by(all);
    return left;
  });
  note(left);
}

/** Newest first; empty when there is none. Throws when the browser refuses IndexedDB. */
export async function listResults(): Promise<SavedResult[]> {
  const all = (await get<SavedResult[]>(KEY)) ?? [];
  note(all);
  return all;
}

/** Adds a result, or replaces the one with the same id. */
export const saveResult = (result: SavedResult): Promise<void> =>
  change((all) => [result, ...all.filter(({ id }) => id !== result.id)]);

/** Changes the fields given of one result; does nothing when it is not there. */
export const updateResult = (id: string, fields: Partial<Omit<SavedResult, 'id'>>): Promise<void> =>
  change((all) => all.map((result) => (result.id === id ? { ...result, ...fields } : result)));

/** Forgets a result in this browser. */
export const removeResult = (id: string): Promise<void> =>
  change((all) => all.filter((result) => result.id !== id));

/** The result behind a slug or a profile id, if it is ours. */
export async function findResult(name: string): Promise<SavedResult | undefined> {
  return (await listResults()).find(({ id, slug }) => id === name || slug === name);
}
