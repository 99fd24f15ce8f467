import type { AuthSession } from '../../../../workers/contract/auth.ts';
import { call } from '../api.ts';
import { start } from '../shell/start.tsx';
import { Devices } from './devices.tsx';

void start({
  load: async () => (await call<{ items: AuthSession[] }>('GET', '/auth/sessions')).items,
  View: Devices,
});
