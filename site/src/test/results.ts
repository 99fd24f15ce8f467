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

/** Newest first; empty when there is none. Throws when the browser refuses IndexedDB. */
export async function listResults(): Promise<SavedResult[]> {
  return (await get<SavedResult[]>(KEY)) ?? [];
}

/** Adds a result, or replaces the one with the same id. */
export async function saveResult(result: SavedResult): Promise<void> {
  return update<SavedResult[]>(KEY, (all = []) => [result, ...all.filter(({ id }) => id !== result.id)]);
}

/** Changes the fields given of one result; does nothing when it is not there. */
export async function updateResult(id: string, change: Partial<Omit<SavedResult, 'id'>>): Promise<void> {
  return update<SavedResult[]>(KEY, (all = []) =>
    all.map((result) => (result.id === id ? { ...result, ...change } : result)),
  );
}

/** Forgets a result in this browser. */
export async function removeResult(id: string): Promise<void> {
  return update<SavedResult[]>(KEY, (all = []) => all.filter((result) => result.id !== id));
}

/** The result behind a slug or a profile id, if it is ours. */
export async function findResult(name: string): Promise<SavedResult | undefined> {
  return (await listResults()).find(({ id, slug }) => id === name || slug === name);
}
