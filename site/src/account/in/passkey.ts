import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser';
import type { LoginAnswer, PasskeyOptions } from '../../../../workers/contract/auth.ts';
import { ask } from '../api.ts';

interface How {
  /** That of the second factor asked for; without it the passkey is a sign-in by itself. */
  challenge?: string;
  /** In the suggestions of the email field, whenever the person picks it there. */
  inField?: boolean;
}

/** Signs in by a passkey of this device. Null when the person used none. Throws `Refusal`. */
export async function signInByPasskey({ challenge, inField = false }: How = {}): Promise<LoginAnswer | null> {
  const begun = await ask<PasskeyOptions>(
    'POST',
    '/auth/passkeys/login/options',
    challenge ? { challenge } : {},
  );
  const response = await startAuthentication({
    optionsJSON: begun.options as unknown as PublicKeyCredentialRequestOptionsJSON,
    useBrowserAutofill: inField,
  }).catch(() => null);
  if (!response) return null;
  return ask<LoginAnswer>('POST', '/auth/passkeys/login', {
    challenge: begun.challenge,
    response,
    client: 'web',
  });
}
