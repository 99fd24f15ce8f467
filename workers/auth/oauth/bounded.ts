import { AuthorizationResponseError, ResponseBodyError } from 'oauth4webapi';
import { log } from '../../lib/log.ts';
import { Problem } from '../../lib/problem.ts';

/** What a provider gets in all: discovery, code, keys and userinfo together. */
const PROVIDER_MS = 8_000;

/** Errors of a provider that are its trouble, not the person's choice. */
const TROUBLE = new Set(['server_error', 'temporarily_unavailable']);

/**
 * Runs the talk with a provider, bounded in time whatever it does. Whatever fails is a refusal (`provider_refused`) or
 * the provider's failure (`provider_failed`): nobody is let in by a mistake.
 */
export async function bounded<Answer>(
  provider: string,
  talk: (signal: AbortSignal) => Promise<Answer>,
  ms = PROVIDER_MS,
): Promise<Answer> {
  const signal = AbortSignal.timeout(ms);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([talk(signal), late]);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof AuthorizationResponseError && !TROUBLE.has(error.error)) {
      throw new Problem('provider_refused');
    }
    // The code was made up, used before or belongs to another verifier.
    if (error instanceof ResponseBodyError && error.error === 'invalid_grant') {
      throw new Problem('provider_refused');
    }
    log('provider_failed', { provider, reason: reasonOf(error) });
    throw new Problem('provider_failed');
  }
}

/** A word for the log: never a message, which may quote what the provider answered. */
function reasonOf(error: unknown): string {
  if (error instanceof ResponseBodyError)
    return /^[a-z_]{1,40}$/.test(error.error) ? error.error : error.code;
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
