import type { Exports } from '../../../../workers/contract/users.ts';
import { call } from '../api.ts';
import { start } from '../shell/start.tsx';
import { loose } from './claim.ts';
import { Data } from './data.tsx';

void start({
  load: async () => {
    const [{ items }, results] = await Promise.all([call<Exports>('GET', '/users/me/exports'), loose()]);
    return { exports: items, results };
  },
  View: Data,
});
