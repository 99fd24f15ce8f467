import type { Preferences } from '../../../../workers/contract/users.ts';
import { listResults } from '../../test/results.ts';
import { call } from '../api.ts';
import { keptResults } from '../results.ts';
import { start } from '../shell/start.tsx';
import { History, type HistoryData } from './history.tsx';

void start<HistoryData>({
  load: async () => {
    const [results, { displayGender }, here] = await Promise.all([
      keptResults(),
      call<Preferences>('GET', '/users/me/preferences'),
      listResults().catch(() => []),
    ]);
    const ids = new Set(results.map(({ id }) => id));
    return { results, gender: displayGender, loose: here.filter(({ id }) => !ids.has(id)).length };
  },
  View: History,
});
