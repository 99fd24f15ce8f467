import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One sign-in on one device: a chain of refresh tokens, of which the last is good. Times are Unix milliseconds. */
export const refreshFamilies = sqliteTable(
  'refresh_families',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    /** Public half of every token of the family: finds the row. */
    handle: text('handle').notNull().unique(),
    /** SHA-256 of the secret half of the current and of the previous token. */
    currentHash: text('current_hash').notNull(),
    previousHash: text('previous_hash'),
    /** What the current secret was derived with from the previous one. */
    salt: text('salt'),
    rotatedAt: integer('rotated_at').notNull(),
    client: text('client', { enum: ['web', 'native'] }).notNull(),
    device: text('device').notNull(),
    place: text('place'),
    /** How the person was recognised: password, totp, recovery, passkey, email, google … */
    factors: text('factors', { mode: 'json' }).$type<string[]>().notNull(),
    /** When the person last proved who is there. */
    authenticatedAt: integer('authenticated_at').notNull(),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [
    index('refresh_families_user').on(table.userId),
    index('refresh_families_expires').on(table.expiresAt),
  ],
);

/** A step under way, known to its holder by a random token: a sign-up, a second factor, a mailed link. */
export const challenges = sqliteTable(
  'challenges',
  {
    /** SHA-256 of the token. */
    hash: text('hash').primaryKey(),
    kind: text('kind').notNull(),
    userId: text('user_id'),
    data: text('data', { mode: 'json' }).$type<unknown>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('challenges_user').on(table.userId), index('challenges_expires').on(table.expiresAt)],
);

/** Tries at one account or from one address within a window, whatever the factor. */
export const attempts = sqliteTable(
  'attempts',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    until: integer('until').notNull(),
  },
  (table) => [index('attempts_until').on(table.until)],
);

/** The authenticator app of an account; it counts once `confirmedAt` is set. */
export const totpSecrets = sqliteTable('totp_secrets', {
  userId: text('user_id').primaryKey(),
  /** Sealed (lib/seal.ts). */
  secret: text('secret').notNull(),
  /** Time step of the last code used: a code works once. */
  lastStep: integer('last_step').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  confirmedAt: integer('confirmed_at'),
});

export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    userId: text('user_id').notNull(),
    hash: text('hash').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hash] })],
);

export const passkeys = sqliteTable(
  'passkeys',
  {
    /** Credential id, base64url. */
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    /** COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    counter: integer('counter').notNull(),
    transports: text('transports', { mode: 'json' }).$type<string[]>().notNull(),
    name: text('name').notNull(),
    synced: integer('synced', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [index('passkeys_user').on(table.userId)],
);

/** An account at a provider, known by its `sub` there. */
export const identities = sqliteTable(
  'identities',
  {
    provider: text('provider', { enum: ['google', 'linkedin', 'kakao', 'naver'] }).notNull(),
    subject: text('subject').notNull(),
    userId: text('user_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.subject] }),
    index('identities_user').on(table.userId),
  ],
);

/** Keys that sign access tokens. The newest that is not retired signs; a retired one verifies for an hour. */
export const signingKeys = sqliteTable('signing_keys', {
  kid: text('kid').primaryKey(),
  publicJwk: text('public_jwk', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  /** Sealed (lib/seal.ts). */
  privateJwk: text('private_jwk').notNull(),
  createdAt: integer('created_at').notNull(),
  retiredAt: integer('retired_at'),
});
