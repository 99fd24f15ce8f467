import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import type { PasskeyAdded, PasskeyOptions } from '../../../../workers/contract/auth.ts';
import { call } from '../api.ts';

// What the server made for the browser is the browser's to read; the contract calls both sides' JSON an object.
type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** The person closed the browser's question, or let it run out. */
const dismissed = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');

/** Makes a passkey of this account: what came of it, or why there is none. */
export async function makePasskey(name: string): Promise<PasskeyAdded | 'dismissed' | 'already'> {
  const { challenge, options } = await call<PasskeyOptions>('POST', '/auth/passkeys/options', {});
  try {
    const response = await startRegistration({ optionsJSON: options as unknown as Creation });
    return await call<PasskeyAdded>('POST', '/auth/passkeys', { challenge, name, response });
  } catch (error) {
    const code = error instanceof WebAuthnError ? error.code : undefined;
    if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'already';
    if (dismissed(error)) return 'dismissed';
    throw error;
  }
}

/** Proves by a passkey who is there. */
export async function provePasskey(): Promise<'yes' | 'dismissed'> {
  const { challenge, options } = await call<PasskeyOptions>('POST', '/auth/passkeys/login/options', {});
  try {
    const passkey = await startAuthentication({ optionsJSON: options as unknown as Request });
    await call('POST', '/auth/reauthenticate', { challenge, passkey });
    return 'yes';
  } catch (error) {
    if (dismissed(error)) return 'dismissed';
    throw error;
  }
}
