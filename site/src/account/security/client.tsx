import type { Passkeys, Providers } from '../../../../workers/contract/auth.ts';
import { call } from '../api.ts';
import { start } from '../shell/start.tsx';
import { Security, type SecurityData } from './security.tsx';

void start<SecurityData>({
  load: async () => {
    const [keys, providers] = await Promise.all([
      call<Passkeys>('GET', '/auth/passkeys'),
      call<Providers>('GET', '/auth/oauth'),
    ]);
    return { keys: keys.items, providers: providers.items };
  },
  View: Security,
});
