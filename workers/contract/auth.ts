import { z } from 'zod';
import { IsoTime, Language } from './common.ts';
import { Account, Provider } from './users.ts';

/** Compared without regard to case; at most 254 characters (RFC 5321). */
export const Email = z.email().max(254).toLowerCase();

const length = (text: string): number => [...text].length;

/** A password as received, byte for byte: any Unicode, nothing trimmed, nothing composed. Counted in characters. */
export const NewPassword = z
  .string()
  .min(8)
  .max(512)
  .refine((text) => length(text) >= 8 && length(text) <= 128, { message: '8 to 128 characters.' })
  .refine((text) => text.isWellFormed(), { message: 'Half a character is no character.' });
export const Password = z.string().min(1).max(512);

/** How the refresh token is kept: by the browser in a cookie, or by an app that gets it in the body. */
export const Client = z.enum(['web', 'native']).default('web');
const ChallengeToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .meta({ description: 'Names the step under way; single use, expires in minutes.' });
const LinkToken = ChallengeToken.meta({ description: 'From the mailed link; single use.' });
const MailCode = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'The six digits mailed.' });
const TotpCode = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'Six digits of the authenticator app.' });
const RecoveryCode = z.string().regex(/^[a-z2-9]{5}-?[a-z2-9]{5}$/i);
const BirthDate = z.iso.date().meta({ description: 'Checked (14 or older), never stored.' });

/** Versions (dates) of the texts agreed to. `analytics` and `news` are free choices. */
export const SignUpConsents = z
  .object({ terms: z.iso.date(), privacy: z.iso.date(), analytics: z.boolean(), news: z.boolean() })
  .strict();

export const Register = z
  .object({
    email: Email,
    password: NewPassword,
    birthDate: BirthDate,
    language: Language,
    consents: SignUpConsents,
  })
  .strict();
/** The same for a new and a known address: what to do stands in the mail. */
export const CodeSent = z.object({ challenge: ChallengeToken, expiresAt: IsoTime }).meta({ id: 'CodeSent' });
export const VerifyEmail = z.object({ challenge: ChallengeToken, code: MailCode, client: Client }).strict();
export const ByChallenge = z.object({ challenge: ChallengeToken }).strict();

export const Login = z.object({ email: Email, password: Password, client: Client }).strict();

export const SignedIn = z
  .object({
    next: z.literal('done'),
    accessToken: z.string(),
    expiresIn: z.int().meta({ description: 'Seconds.' }),
    refreshToken: z.string().optional().meta({ description: 'For native clients; browsers get a cookie.' }),
    user: Account,
  })
  .meta({ id: 'SignedIn' });
export const SecondFactor = z.enum(['totp', 'recovery', 'passkey']);
export const MfaNeeded = z
  .object({
    next: z.literal('mfa'),
    challenge: ChallengeToken,
    methods: z.array(SecondFactor),
    expiresAt: IsoTime,
  })
  .meta({ id: 'MfaNeeded' });
/** A provider vouched for somebody who has no account yet. */
export const SignUpNeeded = z
  .object({
    next: z.literal('sign_up'),
    challenge: ChallengeToken,
    provider: Provider,
    email: z
      .string()
      .nullable()
      .meta({ description: 'Verified by the provider; null when it must be asked.' }),
    name: z.string().nullable(),
  })
  .meta({ id: 'SignUpNeeded' });
export const LoginAnswer = z.union([SignedIn, MfaNeeded]).meta({ id: 'LoginAnswer' });
export const OAuthAnswer = z
  .union([SignedIn, MfaNeeded, SignUpNeeded, z.object({ next: z.literal('linked'), user: Account })])
  .meta({ id: 'OAuthAnswer' });

export const LoginMfa = z.discriminatedUnion('method', [
  z.object({ challenge: ChallengeToken, method: z.literal('totp'), code: TotpCode }).strict(),
  z.object({ challenge: ChallengeToken, method: z.literal('recovery'), code: RecoveryCode }).strict(),
]);

export const Refresh = z.object({ refreshToken: z.string().max(200).optional() }).strict();
export const Logout = Refresh;

export const AuthSession = z
  .object({
    id: z.string(),
    current: z.boolean(),
    device: z.string().meta({ description: 'Browser and system, in words.' }),
    place: z
      .string()
      .nullable()
      .meta({ description: 'Country or city of the last use, as the edge saw it.' }),
    client: z.enum(['web', 'native']),
    createdAt: IsoTime,
    lastSeenAt: IsoTime,
  })
  .meta({ id: 'AuthSession' });
export const AuthSessions = z.object({ items: z.array(AuthSession) }).meta({ id: 'AuthSessions' });
export const ByAuthSession = z.object({ id: z.string().regex(/^f_[1-9A-HJ-NP-Za-km-z]{22}$/) });

const WebAuthn = z.record(z.string(), z.unknown());

/** Proves again who is there, for what a stolen open tab must not do. Lasts ten minutes. */
export const Reauthenticate = z.union([
  z.object({ password: Password }).strict(),
  z.object({ totp: TotpCode }).strict(),
  // A passkey of the account, asked for like one to sign in with.
  z.object({ challenge: ChallengeToken, passkey: WebAuthn }).strict(),
]);

export const ChangePassword = z
  .object({ current: Password.optional(), password: NewPassword })
  .strict()
  .meta({ description: '`current` may be missing only where the account has no password yet.' });
export const ChangeEmail = z.object({ email: Email }).strict();
export const ConfirmEmail = z.object({ challenge: ChallengeToken, code: MailCode }).strict();

export const ForEmail = z.object({ email: Email, language: Language }).strict();
export const Accepted = z.object({ sent: z.literal(true) }).meta({ id: 'Accepted' });
export const ResetPassword = z.object({ token: LinkToken, password: NewPassword }).strict();
export const MagicLogin = z.object({ token: LinkToken, client: Client }).strict();

export const TotpSetup = z
  .object({ secret: z.string(), uri: z.string().meta({ description: 'otpauth: address, for a QR code.' }) })
  .meta({ id: 'TotpSetup' });
export const ConfirmTotp = z.object({ code: TotpCode }).strict();
/** Shown once; each works once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

export const PasskeyOptions = z.object({ challenge: ChallengeToken, options: WebAuthn }).meta({
  id: 'PasskeyOptions',
  description: '`options` go to navigator.credentials as JSON (WebAuthn level 3).',
});
/** What its owner calls it. Half characters would be kept as other ones. */
const PasskeyName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), { message: 'Control characters are not accepted.' });
export const AddPasskey = z
  .object({ challenge: ChallengeToken, name: PasskeyName, response: WebAuthn })
  .strict();
export const PasskeyAdded = z
  .object({
    id: z.string(),
    recoveryCodes: z.array(z.string()).nullable().meta({ description: 'With the first second factor only.' }),
  })
  .meta({ id: 'PasskeyAdded' });
export const Passkey = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: IsoTime,
    lastUsedAt: IsoTime.nullable(),
    synced: z.boolean(),
  })
  .meta({ id: 'Passkey' });
export const Passkeys = z.object({ items: z.array(Passkey) }).meta({ id: 'Passkeys' });
export const ByPasskey = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{16,1400}$/) });
export const RenamePasskey = z.object({ name: PasskeyName }).strict();
/** Without `challenge`: a login of its own. With the one of `MfaNeeded`: the second factor. */
export const PasskeyLoginOptions = z.object({ challenge: ChallengeToken.optional() }).strict();
export const PasskeyLogin = z
  .object({ challenge: ChallengeToken, response: WebAuthn, client: Client })
  .strict();

export const ByProvider = z.object({ provider: Provider });
export const Providers = z
  .object({ items: z.array(z.object({ provider: Provider, on: z.boolean() })) })
  .meta({ id: 'Providers' });
export const BeginOAuth = z.object({ language: Language, client: Client }).strict();
export const OAuthBegun = z.object({ url: z.url() }).meta({ id: 'OAuthBegun' });
export const FinishOAuth = z
  .object({ params: z.record(z.string().max(40), z.string().max(4000)) })
  .strict()
  .meta({ description: 'The query the provider sent back with, as it came.' });
export const OAuthSignUp = z
  .object({
    challenge: ChallengeToken,
    birthDate: BirthDate,
    language: Language,
    consents: SignUpConsents,
    email: Email.optional().meta({ description: 'Needed when the provider vouched for none.' }),
    client: Client,
  })
  .strict();
export const OAuthSignUpAnswer = z
  .union([SignedIn, CodeSent.extend({ next: z.literal('verify') })])
  .meta({ id: 'OAuthSignUpAnswer' });

export const Jwks = z.object({ keys: z.array(z.record(z.string(), z.unknown())) }).meta({ id: 'Jwks' });

export type Client = z.infer<typeof Client>;
export type SignUpConsents = z.infer<typeof SignUpConsents>;
export type Register = z.infer<typeof Register>;
export type CodeSent = z.infer<typeof CodeSent>;
export type VerifyEmail = z.infer<typeof VerifyEmail>;
export type Login = z.infer<typeof Login>;
export type SignedIn = z.infer<typeof SignedIn>;
export type SecondFactor = z.infer<typeof SecondFactor>;
export type MfaNeeded = z.infer<typeof MfaNeeded>;
export type SignUpNeeded = z.infer<typeof SignUpNeeded>;
export type LoginAnswer = z.infer<typeof LoginAnswer>;
export type OAuthAnswer = z.infer<typeof OAuthAnswer>;
export type LoginMfa = z.infer<typeof LoginMfa>;
export type AuthSession = z.infer<typeof AuthSession>;
export type Reauthenticate = z.infer<typeof Reauthenticate>;
export type ChangePassword = z.infer<typeof ChangePassword>;
export type ForEmail = z.infer<typeof ForEmail>;
export type ResetPassword = z.infer<typeof ResetPassword>;
export type MagicLogin = z.infer<typeof MagicLogin>;
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
export type TotpSetup = z.infer<typeof TotpSetup>;
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;
export type AddPasskey = z.infer<typeof AddPasskey>;
export type PasskeyAdded = z.infer<typeof PasskeyAdded>;
export type Passkey = z.infer<typeof Passkey>;
export type Passkeys = z.infer<typeof Passkeys>;
export type PasskeyLogin = z.infer<typeof PasskeyLogin>;
export type Providers = z.infer<typeof Providers>;
export type BeginOAuth = z.infer<typeof BeginOAuth>;
export type OAuthBegun = z.infer<typeof OAuthBegun>;
export type OAuthSignUp = z.infer<typeof OAuthSignUp>;
export type OAuthSignUpAnswer = z.infer<typeof OAuthSignUpAnswer>;
