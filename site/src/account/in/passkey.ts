import type { LoginAnswer, PasskeyOptions } from '../../../../workers/contract/auth.ts';
import { ask } from '../api.ts';
import { askPasskey } from '../passkey.ts';

interface How {
  /** That of the second factor asked for; without it the passkey is a sign-in by itself. */
  challenge?: string;
  inField?: boolean;
}

/** Signs in by a passkey of this device; null when it was dismissed. Throws as `askPasskey`, and `Refusal`. */
export async function signInByPasskey({ challenge, inField = false }: How = {}): Promise<LoginAnswer | null> {
  const options = challenge ? { challenge } : {};
  const begun = await ask<PasskeyOptions>('POST', '/auth/passkeys/login/options', options);
  const response = await askPasskey(begun, { inField });
  if (!response) return null;
  const body = { challenge: begun.challenge, response, client: 'web' };
  return ask<LoginAnswer>('POST', '/auth/passkeys/login', body);
}
