import type { Passkey } from '../../../../workers/contract/auth.ts';
import type { Provider } from '../../../../workers/contract/users.ts';
import { call } from '../api.ts';
import { start } from '../shell/start.tsx';
import { Security, type SecurityData } from './security.tsx';

void start<SecurityData>({
  load: async () => {
    const [keys, providers] = await Promise.all([
      call<{ items: Passkey[] }>('GET', '/auth/passkeys'),
      call<{ items: { provider: Provider; on: boolean }[] }>('GET', '/auth/oauth'),
    ]);
    return { keys: keys.items, providers: providers.items };
  },
  View: Security,
});
