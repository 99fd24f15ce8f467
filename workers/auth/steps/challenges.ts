import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { Client, SignUpConsents } from '../../contract/auth.ts';
import type { Provider } from '../../contract/users.ts';
import { challenges } from '../../db/tables/auth.ts';
import { newSecret, sha256 } from '../../lib/ids.ts';
import { Problem } from '../../lib/problem.ts';

const MOST_TRIES = 5;

/** What a step under way needs to be finished, by its kind. Kept on the server; its holder has a random token. */
export interface Steps {
  /** A sign-up waiting for the code mailed. Where the address has an account, nobody has that code. */
  sign_up: SignUp;
  /** A provider vouched for somebody who has no account yet. */
  oauth_sign_up: { provider: Provider; subject: string; email: string | null; name: string | null };
  /** The first factor is proved. */
  mfa: { client: Client; factors: string[] };
  /** Good only while the account still has the address it was mailed to. */
  magic_link: { email: string };
  reset: { email: string };
  email_change: { email: string; codeHash: string };
  passkey_add: { challenge: string };
  passkey_login: { challenge: string; mfa: string | null };
  /** On the way to a provider. Its token is the `state` sent there. */
  oauth: {
    provider: Provider;
    verifier: string;
    nonce: string;
    redirectUri: string;
    client: Client;
    /** Linking to the account that began it. */
    link: boolean;
  };
}

export interface SignUp {
  email: string;
  language: string;
  codeHash: string;
  passwordHash: string | null;
  identity: { provider: Provider; subject: string } | null;
  name: string | null;
  consents: SignUpConsents;
}

export type Step = keyof Steps;

interface Open<Kind extends Step> {
  userId: string | null;
  data: Steps[Kind];
}

/**
 * Begins a step. The token is known to its holder only; single use unless `tryStep` is used on it. Whoever hashes
 * something with the token (codes.ts) makes it beforehand.
 */
export async function beginStep<Kind extends Step>(
  { db, now }: Ctx,
  kind: Kind,
  {
    userId = null,
    data,
    minutes,
    token = newSecret(),
  }: { userId?: string | null; data: Steps[Kind]; minutes: number; token?: string },
): Promise<{ token: string; expiresAt: number }> {
  const expiresAt = now + minutes * 60_000;
  await db
    .insert(challenges)
    .values({ hash: await sha256(token), kind, userId, data, createdAt: now, expiresAt });
  return { token, expiresAt };
}

const open = async ({ now }: Ctx, kind: Step, token: string) =>
  and(eq(challenges.hash, await sha256(token)), eq(challenges.kind, kind), gt(challenges.expiresAt, now));

const asOpen = <Kind extends Step>(row: typeof challenges.$inferSelect | undefined): Open<Kind> => {
  if (!row) throw new Problem('challenge_expired');
  return { userId: row.userId, data: row.data as Steps[Kind] };
};

/** Ends a step and returns it: of many who bring the token, one gets it, the others `challenge_expired`. */
export async function takeStep<Kind extends Step>(ctx: Ctx, kind: Kind, token: string): Promise<Open<Kind>> {
  const [row] = await ctx.db
    .delete(challenges)
    .where(await open(ctx, kind, token))
    .returning();
  return asOpen<Kind>(row);
}

/** Looks at a step without ending it. */
export async function peekStep<Kind extends Step>(ctx: Ctx, kind: Kind, token: string): Promise<Open<Kind>> {
  const [row] = await ctx.db
    .select()
    .from(challenges)
    .where(await open(ctx, kind, token));
  return asOpen<Kind>(row);
}

/** Counts one try at a step that a short code finishes; the tries are used up after `MOST_TRIES`. */
export async function tryStep<Kind extends Step>(ctx: Ctx, kind: Kind, token: string): Promise<Open<Kind>> {
  const [row] = await ctx.db
    .update(challenges)
    .set({ attempts: sql`${challenges.attempts} + 1` })
    .where(and(await open(ctx, kind, token), lt(challenges.attempts, MOST_TRIES)))
    .returning();
  return asOpen<Kind>(row);
}

/** Ends every open step of a kind of an account, as when a newer link replaces an older one. */
export async function endSteps({ db }: Ctx, kind: Step, userId: string): Promise<void> {
  await db.delete(challenges).where(and(eq(challenges.kind, kind), eq(challenges.userId, userId)));
}
