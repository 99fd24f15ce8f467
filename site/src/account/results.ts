import type { OwnProfile } from '../../../workers/contract/profiles.ts';
import type { History } from '../../../workers/contract/users.ts';
import { call } from './api.ts';

/** Every result the account keeps, newest first. */
export async function keptResults(): Promise<OwnProfile[]> {
  const all: OwnProfile[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${cursor}`;
    const { items, nextCursor }: History = await call('GET', `/users/me/profiles?limit=100${query}`);
    all.push(...items);
    cursor = nextCursor;
  }
  return all;
}
