import type { Ctx } from '../context.ts';
import type { SignUpConsents } from '../contract/auth.ts';
import { Nickname } from '../contract/common.ts';
import { identities } from '../db/tables/auth.ts';
import { consents, users } from '../db/tables/users.ts';
import { newUserId } from '../lib/ids.ts';
import { Problem } from '../lib/problem.ts';
import { DEFAULT_PREFERENCES } from '../users/preferences.ts';
import type { SignUp } from './steps/challenges.ts';

/**
 * Makes the account of a sign-up whose address is proved: the row, what was agreed to and the provider it came by, all or
 * nothing. Returns its id; `email_taken` or `identity_taken` when somebody was faster.
 */
export async function createAccount(ctx: Ctx, signUp: SignUp): Promise<string> {
  const { db, now } = ctx;
  const id = newUserId();
  const user = db.insert(users).values({
    ...{ id, email: signUp.email, passwordHash: signUp.passwordHash, language: signUp.language },
    // What a provider calls somebody need not be a name we would take.
    name: Nickname.safeParse(signUp.name).data ?? null,
    preferences: {
      ...DEFAULT_PREFERENCES,
      analytics: signUp.consents.analytics,
      notifications: { ...DEFAULT_PREFERENCES.notifications, news: signUp.consents.news },
    },
    ...{ createdAt: now, updatedAt: now },
  });
  const agreed = db.insert(consents).values(consentRows(id, signUp.consents, now));
  const linked =
    signUp.identity && db.insert(identities).values({ ...signUp.identity, userId: id, createdAt: now });
  try {
    await db.batch(linked ? [user, agreed, linked] : [user, agreed]);
  } catch (error) {
    throw taken(error) ?? error;
  }
  return id;
}

// The free choices are described in the privacy policy, so they carry its version.
function consentRows(userId: string, { terms, privacy, analytics, news }: SignUpConsents, at: number) {
  const row = (kind: 'terms' | 'privacy' | 'analytics' | 'news', version: string, granted: boolean) => ({
    ...{ userId, kind, version, granted, at },
  });
  return [
    row('terms', terms, true),
    row('privacy', privacy, true),
    row('analytics', privacy, analytics),
    row('news', privacy, news),
  ];
}

/** The problem behind a broken uniqueness, which the database alone can tell without a race. */
export function taken(error: unknown): Problem | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  const text = `${error instanceof Error ? error.message : ''} ${cause}`;
  if (/UNIQUE constraint failed: users\.email/.test(text))
    return new Problem('email_taken', { field: 'email' });
  if (/UNIQUE constraint failed: identities\./.test(text)) return new Problem('identity_taken');
  return null;
}
