import { startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import type { PasskeyAdded, PasskeyOptions } from '../../../../workers/contract/auth.ts';
import { call, Refusal } from '../api.ts';
import { dismissed } from '../passkey.ts';

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Makes a passkey of this account: what came of it, or why there is none. Throws `Refusal`. */
export async function makePasskey(name: string): Promise<PasskeyAdded | 'dismissed' | 'already'> {
  const { challenge, options } = await call<PasskeyOptions>('POST', '/auth/passkeys/options', {});
  const optionsJSON = options as unknown as Creation;
  const response = await startRegistration({ optionsJSON }).catch((error: unknown) => {
    const code = error instanceof WebAuthnError ? error.code : undefined;
    if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'already' as const;
    if (dismissed(error)) return 'dismissed' as const;
    throw new Refusal('passkey_refused');
  });
  if (typeof response === 'string') return response;
  return call<PasskeyAdded>('POST', '/auth/passkeys', { challenge, name, response });
}
