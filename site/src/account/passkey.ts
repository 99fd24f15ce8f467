import { startAuthentication } from '@simplewebauthn/browser';
import type { PasskeyOptions } from '../../../workers/contract/auth.ts';
import { Refusal } from './api.ts';

// What the server made for the browser is the browser's to read; the contract calls both sides' JSON an object.
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Whether somebody closed the browser's question, or let it run out. */
export const dismissed = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');

/**
 * Asks for a passkey of this device; `inField`: among the suggestions of the email field, whenever it is picked there.
 * Null when dismissed. Throws `Refusal` when the browser could not ask; in the field, where nobody asked, its own error.
 */
export async function askPasskey(begun: PasskeyOptions, { inField = false } = {}) {
  try {
    const optionsJSON = begun.options as unknown as Request;
    return await startAuthentication({ optionsJSON, useBrowserAutofill: inField });
  } catch (error) {
    if (dismissed(error)) return null;
    throw inField ? error : new Refusal('passkey_refused');
  }
}
