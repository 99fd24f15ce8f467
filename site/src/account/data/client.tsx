import type { Exports } from '../../../../workers/contract/users.ts';
import { listResults, type SavedResult } from '../../test/results.ts';
import { call } from '../api.ts';
import { keptResults } from '../results.ts';
import { start } from '../shell/start.tsx';
import { Data } from './data.tsx';

/** Results this browser holds that the account does not; null when the browser refuses to tell. */
async function loose(): Promise<SavedResult[] | null> {
  const here = await listResults().catch(() => null);
  if (!here?.length) return here;
  const ids = new Set((await keptResults()).map(({ id }) => id));
  return here.filter(({ id }) => !ids.has(id));
}

void start({
  load: async () => {
    const [{ items }, results] = await Promise.all([call<Exports>('GET', '/users/me/exports'), loose()]);
    return { exports: items, results };
  },
  View: Data,
});
