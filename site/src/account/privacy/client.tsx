import type { Consent, Preferences } from '../../../../workers/contract/users.ts';
import { call } from '../api.ts';
import { start } from '../shell/start.tsx';
import { Privacy, readConsents } from './privacy.tsx';

void start<{ preferences: Preferences; consents: Consent[] }>({
  load: async () => {
    const [preferences, consents] = await Promise.all([
      call<Preferences>('GET', '/users/me/preferences'),
      readConsents(),
    ]);
    return { preferences, consents };
  },
  View: Privacy,
});
