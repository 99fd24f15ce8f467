import * as oauth from 'oauth4webapi';
import type { Ctx } from '../../context.ts';
import type { BeginOAuth } from '../../contract/auth.ts';
import type { Provider } from '../../contract/users.ts';
import { recentlySignedIn } from '../signed-in.ts';
import { beginStep } from '../steps/challenges.ts';
import { authorizationUrl } from './client.ts';
import { redirectUri, requireProvider } from './providers.ts';

/** Minutes somebody has at the provider. */
export const OAUTH_MINUTES = 10;

/**
 * Begins the way to a provider and back: to sign in, or, for somebody who is signed in, to link. Answers the address to
 * go to, and the `state` that a browser must bring back in a cookie as well.
 */
export async function beginOAuth(
  ctx: Ctx,
  { provider, language, client }: BeginOAuth & { provider: Provider },
): Promise<{ url: string; state: string }> {
  const config = requireProvider(ctx, provider);
  const link = ctx.user ? recentlySignedIn(ctx) : null;
  const sent = {
    verifier: oauth.generateRandomCodeVerifier(),
    nonce: oauth.generateRandomNonce(),
    redirectUri: redirectUri(ctx),
  };
  const { token: state } = await beginStep(ctx, 'oauth', {
    userId: link?.id ?? null,
    data: { ...sent, provider, client, link: link !== null },
    minutes: OAUTH_MINUTES,
  });
  return { url: await authorizationUrl(config, { ...sent, state, language }), state };
}
