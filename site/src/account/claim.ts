import type { Claimed } from '../../../workers/contract/users.ts';
import type { SavedResult } from '../test/results.ts';
import { call } from './api.ts';

/** As many as the API takes at once. */
const AT_ONCE = 20;

/** Puts results into the account: how many it took, and how many it refused. */
export async function claim(results: SavedResult[]): Promise<{ taken: number; refused: number }> {
  let taken = 0;
  let refused = 0;
  for (let from = 0; from < results.length; from += AT_ONCE) {
    const profiles = results.slice(from, from + AT_ONCE).map(({ id, secret }) => ({ id, secret }));
    const answer = await call<Claimed>('POST', '/users/me/profiles', { profiles });
    taken += answer.claimed.length;
    refused += answer.refused.length;
  }
  return { taken, refused };
}
