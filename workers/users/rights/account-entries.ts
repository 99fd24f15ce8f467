import { asc, eq, or } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { identities, passkeys, refreshFamilies, totpSecrets } from '../../db/tables/auth.ts';
import { audit, consents, exports } from '../../db/tables/users.ts';
import { isoOrNull } from '../../lib/time.ts';
import { accountView, type UserRow } from '../account.ts';
import type { Entry } from './zip.ts';

const json = (path: string, value: unknown): Entry => ({ path, body: `${JSON.stringify(value, null, 2)}\n` });

/** What the account itself is made of. Hashes, keys and secrets say nothing about a person and stay out. */
export async function* accountEntries(ctx: Ctx, user: UserRow): AsyncGenerator<Entry> {
  const { db } = ctx;
  const { id, language, preferences, updatedAt, lastSeenAt } = user;
  const [totp] = await db
    .select({ setUpAt: totpSecrets.createdAt, confirmedAt: totpSecrets.confirmedAt })
    .from(totpSecrets)
    .where(eq(totpSecrets.userId, id));
  yield json('account.json', {
    ...(await accountView(ctx, user)),
    updatedAt: isoOrNull(updatedAt),
    lastSeenAt: isoOrNull(lastSeenAt),
    authenticatorApp: totp
      ? { setUpAt: isoOrNull(totp.setUpAt), confirmedAt: isoOrNull(totp.confirmedAt) }
      : null,
  });
  yield json('preferences.json', { language, ...preferences });
  yield json('consents.json', await consentsOf(ctx, id));
  yield json('sign-ins.json', await signInsOf(ctx, id));
  yield json('passkeys.json', await passkeysOf(ctx, id));
  yield json('identities.json', await identitiesOf(ctx, id));
  yield json('exports.json', await exportsOf(ctx, id));
  yield json('audit.json', await auditOf(ctx, id));
}

async function consentsOf({ db }: Ctx, id: string) {
  const rows = await db.select().from(consents).where(eq(consents.userId, id)).orderBy(asc(consents.id));
  return rows.map(({ kind, version, granted, at }) => ({ kind, version, granted, at: isoOrNull(at) }));
}

async function signInsOf({ db }: Ctx, id: string) {
  const rows = await db
    .select()
    .from(refreshFamilies)
    .where(eq(refreshFamilies.userId, id))
    .orderBy(asc(refreshFamilies.createdAt));
  return rows.map((row) => ({
    ...{ id: row.id, device: row.device, place: row.place, client: row.client, factors: row.factors },
    createdAt: isoOrNull(row.createdAt),
    authenticatedAt: isoOrNull(row.authenticatedAt),
    lastSeenAt: isoOrNull(row.lastSeenAt),
    expiresAt: isoOrNull(row.expiresAt),
    endedAt: isoOrNull(row.revokedAt),
  }));
}

async function passkeysOf({ db }: Ctx, id: string) {
  const rows = await db.select().from(passkeys).where(eq(passkeys.userId, id));
  return rows.map(({ name, synced, transports, createdAt, lastUsedAt }) => ({
    ...{ name, synced, transports },
    createdAt: isoOrNull(createdAt),
    lastUsedAt: isoOrNull(lastUsedAt),
  }));
}

async function identitiesOf({ db }: Ctx, id: string) {
  const rows = await db.select().from(identities).where(eq(identities.userId, id));
  return rows.map(({ provider, subject, createdAt }) => ({
    provider,
    subject,
    linkedAt: isoOrNull(createdAt),
  }));
}

async function exportsOf({ db }: Ctx, id: string) {
  const rows = await db.select().from(exports).where(eq(exports.userId, id));
  return rows.map(({ id, state, requestedAt, readyAt }) => ({
    ...{ id, state },
    requestedAt: isoOrNull(requestedAt),
    readyAt: isoOrNull(readyAt),
  }));
}

/** Who of the staff did it is their data: their role is told, not their id. */
async function auditOf({ db }: Ctx, id: string) {
  const rows = await db
    .select()
    .from(audit)
    .where(or(eq(audit.subject, id), eq(audit.actor, id)))
    .orderBy(asc(audit.id));
  return rows.map(({ at, actor, role, action, subject, details }) => ({
    at: isoOrNull(at),
    by: actor === id ? 'you' : (role ?? 'system'),
    action,
    // What staff did to others is not about them; that they did it is.
    ...(subject === id || subject === null ? { about: 'you', details } : { about: 'another' }),
  }));
}
