import type { Export } from '../../../../workers/contract/users.ts';
import { call } from '../api.ts';
import { start } from '../shell/start.tsx';
import { loadPreferences, Profile } from './profile.tsx';

void start({
  load: loadPreferences,
  View: Profile,
  leaving: async (user) => {
    const { Deleting } = await import('./leaving.tsx');
    const { items } = await call<{ items: Export[] }>('GET', '/users/me/exports');
    return <Deleting {...{ user, exports: items }} />;
  },
});
