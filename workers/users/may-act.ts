import { type SQL, sql } from 'drizzle-orm';
import type { SignedInUser } from '../context.ts';
import { type Role, rolesUnder } from '../contract/access.ts';
import { users } from '../db/tables/users.ts';
import { Problem } from '../lib/problem.ts';

/** Refuses who acts on a role at or above one's own, and everybody who acts on oneself. */
export function requireMayAct(actor: SignedInUser, target: { id: string; role: Role }): void {
  if (actor.id === target.id || !rolesUnder(actor.role).includes(target.role)) {
    throw new Problem('not_allowed');
  }
}

/** Holds for a row of `users` unless it is the last active admin: for the WHERE of what would take that one away. */
export const notLastAdmin: SQL = sql`(${users.role} <> 'admin' OR EXISTS (
  SELECT 1 FROM users AS other WHERE other.role = 'admin' AND other.status = 'active' AND other.id <> ${users.id}))`;
