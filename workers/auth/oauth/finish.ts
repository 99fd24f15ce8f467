import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { OAuthAnswer, SignUpNeeded } from '../../contract/auth.ts';
import type { Provider } from '../../contract/users.ts';
import { identities } from '../../db/tables/auth.ts';
import { users } from '../../db/tables/users.ts';
import { sameHash } from '../../lib/ids.ts';
import { Problem } from '../../lib/problem.ts';
import { completeLogin, type Login } from '../complete-login.ts';
import { signedIn } from '../signed-in.ts';
import { beginStep, peekStep, takeStep } from '../steps/challenges.ts';
import { exchange, type Vouched } from './client.ts';
import { linkIdentity } from './link.ts';
import { requireProvider } from './providers.ts';

const SIGN_UP_MINUTES = 30;

interface Finish {
  provider: Provider;
  /** The query the provider sent back with. */
  params: Record<string, string>;
  /** `state` as this browser kept it; absent for native clients. */
  kept: string | undefined;
  /** The request comes from a page: browsers say so with an Origin header that no page can leave out. */
  fromPage: boolean;
}

/** Ends the way to a provider: signs in, links, or says that an account is to be made. */
export async function finishOAuth(
  ctx: Ctx,
  { provider, params, kept, fromPage }: Finish,
): Promise<Login<OAuthAnswer>> {
  const config = requireProvider(ctx, provider);
  const state = params.state ?? '';
  const waiting = await peekStep(ctx, 'oauth', state);
  const { client, link } = waiting.data;
  // Somebody else's code brought into this browser would sign its owner in here, or link them.
  const here = client === 'native' ? !fromPage : kept !== undefined && sameHash(kept, state);
  if (!here || waiting.data.provider !== provider) throw new Problem('challenge_expired');
  if (link && signedIn(ctx).id !== waiting.userId) throw new Problem('challenge_expired');
  const { data } = await takeStep(ctx, 'oauth', state);
  const vouched = await exchange(config, { ...data, state, params });
  if (link) return { answer: await linkIdentity(ctx, { provider, subject: vouched.subject }), refresh: null };
  const userId = await findByIdentity(ctx, provider, vouched.subject);
  if (userId) return completeLogin(ctx, { userId, client, factors: [provider] });
  return { answer: await needSignUp(ctx, provider, vouched), refresh: null };
}

/** Whose account a provider account opens: by provider and subject, and by nothing else. */
async function findByIdentity({ db }: Ctx, provider: Provider, subject: string): Promise<string | null> {
  const [found] = await db
    .select({ userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject)));
  return found?.userId ?? null;
}

async function needSignUp(
  ctx: Ctx,
  provider: Provider,
  { subject, email, name }: Vouched,
): Promise<SignUpNeeded> {
  if (email) {
    const [known] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (known) throw new Problem('link_instead');
  }
  const data = { provider, subject, email, name };
  const { token } = await beginStep(ctx, 'oauth_sign_up', { data, minutes: SIGN_UP_MINUTES });
  return { next: 'sign_up', challenge: token, provider, email, name };
}
