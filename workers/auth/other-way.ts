import { type SQL, sql } from 'drizzle-orm';
import type { Provider } from '../contract/users.ts';
import { identities, passkeys } from '../db/tables/auth.ts';
import { users } from '../db/tables/users.ts';

/** Holds while an account keeps a way in beside the mailed link once a passkey (its id) or a provider is gone. */
export const otherWay = (userId: string, gone: { passkey?: string; provider?: Provider }): SQL => sql`(
  EXISTS (SELECT 1 FROM ${users} WHERE id = ${userId} AND password_hash IS NOT NULL)
  OR EXISTS (SELECT 1 FROM ${passkeys} AS other WHERE other.user_id = ${userId} AND other.id <> ${gone.passkey ?? ''})
  OR EXISTS (SELECT 1 FROM ${identities} AS other
    WHERE other.user_id = ${userId} AND other.provider <> ${gone.provider ?? ''}))`;
