import type { Claimed, History } from '../../../../workers/contract/users.ts';
import { listResults, type SavedResult } from '../../test/results.ts';
import { call } from '../api.ts';

/** As many as the API takes at once. */
const AT_ONCE = 20;

/** Ids of every result the account keeps. */
async function kept(): Promise<Set<string>> {
  const ids = new Set<string>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${cursor}`;
    const { items, nextCursor }: History = await call('GET', `/users/me/profiles?limit=100${query}`);
    for (const { id } of items) ids.add(id);
    cursor = nextCursor;
  }
  return ids;
}

/** Results this browser holds that the account does not; null when the browser refuses to tell. */
export async function loose(): Promise<SavedResult[] | null> {
  const here = await listResults().catch(() => null);
  if (!here?.length) return here;
  const ids = await kept();
  return here.filter(({ id }) => !ids.has(id));
}

/** Puts results into the account. How many it took, and which it refused. */
export async function claim(results: SavedResult[]): Promise<{ taken: number; refused: string[] }> {
  let taken = 0;
  const refused: string[] = [];
  for (let from = 0; from < results.length; from += AT_ONCE) {
    const profiles = results.slice(from, from + AT_ONCE).map(({ id, secret }) => ({ id, secret }));
    const answer = await call<Claimed>('POST', '/users/me/profiles', { profiles });
    taken += answer.claimed.length;
    refused.push(...answer.refused.map(({ id }) => id));
  }
  return { taken, refused };
}
