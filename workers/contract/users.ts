import { z } from 'zod';
import { PERMISSIONS, ROLES } from './access.ts';
import { Cursor, DisplayGender, IsoTime, Language, Nickname, ProfileId, page, UserId } from './common.ts';
import { OwnProfile } from './profiles.ts';

/** One's own account is `me`; another's is its id and needs a permission. */
export const ByUser = z.object({ id: z.union([z.literal('me'), UserId]) });

export const Status = z.enum(['active', 'suspended', 'deleted']);
export const Provider = z.enum(['google', 'linkedin', 'kakao', 'naver']);
export const RoleName = z.enum(ROLES);

export const Account = z
  .object({
    id: UserId,
    email: z.string(),
    name: z.string().nullable(),
    role: RoleName,
    status: Status,
    language: Language,
    createdAt: IsoTime,
    deleteAfter: IsoTime.nullable().meta({ description: 'When a deleted account will be gone for good.' }),
    hasPassword: z.boolean(),
    mfa: z.object({ totp: z.boolean(), passkeys: z.int(), recoveryCodes: z.int() }),
    providers: z.array(Provider),
    permissions: z.array(z.enum(Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[])),
  })
  .meta({ id: 'Account' });

export const UpdateAccount = z
  .object({ name: Nickname.nullable(), language: Language })
  .partial()
  .strict()
  .refine((change) => Object.keys(change).length > 0, { message: 'Name at least one field to change.' });

export const Preferences = z
  .object({
    language: Language,
    theme: z.enum(['system', 'light', 'dark']),
    displayGender: DisplayGender,
    /** What may be mailed beside what the account needs to work (security notices always come). */
    notifications: z.object({ reminders: z.boolean(), news: z.boolean() }).strict(),
    analytics: z.boolean().meta({ description: 'Consent to counting what pages are used for.' }),
    doNotSell: z.boolean().meta({ description: 'We sell nothing; this records the wish. On by default.' }),
  })
  .strict()
  .meta({ id: 'Preferences' });

export const UpdatePreferences = z
  .object({
    ...Preferences.shape,
    notifications: Preferences.shape.notifications.partial(),
  })
  .partial()
  .strict();

export const ConsentKind = z.enum(['terms', 'privacy', 'analytics', 'news', 'sale']);
export const Consent = z
  .object({
    kind: ConsentKind,
    version: z.string().meta({ description: 'Date of the text agreed to, YYYY-MM-DD.' }),
    granted: z.boolean(),
    at: IsoTime,
  })
  .meta({ id: 'Consent' });
export const Consents = z.object({ items: z.array(Consent) }).meta({ id: 'Consents' });

export const FindUsers = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .meta({ description: 'Part of an email address or name, or an id.' }),
  status: Status.optional(),
  role: RoleName.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export const FoundUser = z
  .object({
    id: UserId,
    email: z.string().meta({ description: 'Always masked.' }),
    name: z.string().nullable(),
    role: RoleName,
    status: Status,
    createdAt: IsoTime,
    lastSeenAt: IsoTime.nullable(),
  })
  .meta({ id: 'FoundUser' });
export const FoundUsers = page(FoundUser).meta({ id: 'FoundUsers' });

const Reason = z.string().trim().min(3).max(300).meta({ description: 'Why; kept in the audit.' });
export const SetStatus = z.object({ status: z.enum(['active', 'suspended']), reason: Reason }).strict();
export const SetRole = z.object({ role: RoleName, reason: Reason }).strict();

/** Results made without an account, by the id and secret the browser holds. */
export const ClaimProfiles = z
  .object({
    profiles: z
      .array(z.object({ id: ProfileId, secret: z.string().min(22).max(128) }).strict())
      .min(1)
      .max(20),
  })
  .strict();
export const Claimed = z
  .object({
    claimed: z.array(ProfileId),
    refused: z.array(
      z.object({ id: ProfileId, code: z.enum(['profile_not_found', 'secret_wrong', 'profile_claimed']) }),
    ),
  })
  .meta({ id: 'Claimed' });
export const HistoryQuery = z.object({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const History = page(OwnProfile).meta({ id: 'History' });

export const ExportId = z
  .string()
  .regex(/^x_[1-9A-HJ-NP-Za-km-z]{22}$/)
  .meta({ description: 'Id of an export.' });
export const ByExport = z.object({ id: z.literal('me'), export: ExportId });
export const Export = z
  .object({
    id: ExportId,
    state: z.enum(['queued', 'building', 'ready', 'failed', 'expired']),
    requestedAt: IsoTime,
    readyAt: IsoTime.nullable(),
    expiresAt: IsoTime.nullable(),
    bytes: z.int().nullable(),
  })
  .meta({ id: 'Export' });
export const Exports = z.object({ items: z.array(Export) }).meta({ id: 'Exports' });

export const AuditQuery = z.object({
  actor: UserId.optional(),
  subject: z.string().max(80).optional(),
  action: z.string().max(60).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const AuditEntry = z
  .object({
    id: z.int(),
    at: IsoTime,
    actor: UserId.nullable().meta({ description: 'Null for the system itself.' }),
    role: RoleName.nullable(),
    action: z.string(),
    subject: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export const Audit = page(AuditEntry).meta({ id: 'Audit' });

export type Account = z.infer<typeof Account>;
export type UpdateAccount = z.infer<typeof UpdateAccount>;
export type Preferences = z.infer<typeof Preferences>;
export type UpdatePreferences = z.infer<typeof UpdatePreferences>;
export type Status = z.infer<typeof Status>;
export type Provider = z.infer<typeof Provider>;
export type ConsentKind = z.infer<typeof ConsentKind>;
export type Consent = z.infer<typeof Consent>;
export type FindUsers = z.infer<typeof FindUsers>;
export type FoundUser = z.infer<typeof FoundUser>;
export type SetStatus = z.infer<typeof SetStatus>;
export type SetRole = z.infer<typeof SetRole>;
export type ClaimProfiles = z.infer<typeof ClaimProfiles>;
export type Claimed = z.infer<typeof Claimed>;
export type HistoryQuery = z.infer<typeof HistoryQuery>;
export type History = z.infer<typeof History>;
export type Export = z.infer<typeof Export>;
export type Exports = z.infer<typeof Exports>;
export type AuditQuery = z.infer<typeof AuditQuery>;
export type AuditEntry = z.infer<typeof AuditEntry>;
