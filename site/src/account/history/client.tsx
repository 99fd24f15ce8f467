import type { OwnProfile } from '../../../../workers/contract/profiles.ts';
import type { History as Page, Preferences } from '../../../../workers/contract/users.ts';
import { listResults } from '../../test/results.ts';
import { call } from '../api.ts';
import { start } from '../shell/start.tsx';
import { History, type HistoryData } from './history.tsx';

async function everything(): Promise<OwnProfile[]> {
  const all: OwnProfile[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${cursor}`;
    const { items, nextCursor }: Page = await call('GET', `/users/me/profiles?limit=100${query}`);
    all.push(...items);
    cursor = nextCursor;
  }
  return all;
}

void start<HistoryData>({
  load: async () => {
    const [results, { displayGender }, here] = await Promise.all([
      everything(),
      call<Preferences>('GET', '/users/me/preferences'),
      listResults().catch(() => []),
    ]);
    const ids = new Set(results.map(({ id }) => id));
    return { results, gender: displayGender, loose: here.filter(({ id }) => !ids.has(id)).length };
  },
  View: History,
});
