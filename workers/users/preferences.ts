import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { POLICIES } from '../contract/policies.ts';
import type { ConsentKind, Preferences, UpdatePreferences } from '../contract/users.ts';
import { consents, users } from '../db/tables/users.ts';
import { Problem } from '../lib/problem.ts';
import { findUser, type UserRow } from './account.ts';
import { ownId } from './who.ts';

/** What holds until somebody chooses: nothing beyond what the account needs. */
export const DEFAULT_PREFERENCES: Omit<Preferences, 'language'> = {
  theme: 'system',
  displayGender: 'none',
  notifications: { reminders: false, news: false },
  analytics: false,
  doNotSell: true,
};

const view = ({ language, preferences }: UserRow): Preferences => ({
  ...DEFAULT_PREFERENCES,
  ...preferences,
  language,
});

/** One's own preferences. */
export async function readPreferences(ctx: Ctx, { id }: { id: string }): Promise<Preferences> {
  return view(await findUser(ctx, ownId(ctx, id)));
}

/** Changes what is named of one's own preferences. A choice that is a consent is added to the record of consents. */
export async function updatePreferences(
  ctx: Ctx,
  { id, change }: { id: string; change: UpdatePreferences },
): Promise<Preferences> {
  const { db, now } = ctx;
  const { language, ...rest } = change;
  const own = ownId(ctx, id);
  const { analytics, doNotSell, notifications } = rest;
  const results = await db.batch([
    noteConsent(ctx, own, 'analytics', '$.analytics', analytics),
    noteConsent(ctx, own, 'news', '$.notifications.news', notifications?.news),
    noteConsent(ctx, own, 'sale', '$.doNotSell', doNotSell, true),
    db
      .update(users)
      .set({
        // Merged by the database: two tabs that change two things at once lose neither.
        preferences: sql`json_patch(${users.preferences}, ${JSON.stringify(rest)})`,
        ...(language !== undefined && { language }),
        updatedAt: now,
      })
      .where(eq(users.id, own))
      .returning(),
  ]);
  const [row] = results[3];
  if (!row) throw new Problem('user_not_found', { field: 'path.id' });
  return view(row);
}

/** A row when the choice differs from the one that stands. `refusal`: true in the preferences is no consent. */
function noteConsent(
  { db, now }: Ctx,
  userId: string,
  kind: ConsentKind,
  path: string,
  wanted: boolean | undefined,
  refusal = false,
) {
  const chosen = wanted === undefined ? null : Number(wanted);
  const granted = Number(wanted !== refusal);
  return db.insert(consents).select(sql`
    SELECT NULL, ${users.id}, ${kind}, ${POLICIES.privacy}, ${granted}, ${now} FROM ${users}
    WHERE ${users.id} = ${userId} AND ${chosen} IS NOT NULL
      AND json_extract(${users.preferences}, ${path}) IS NOT ${chosen}`);
}
