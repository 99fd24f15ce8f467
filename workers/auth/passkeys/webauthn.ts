import { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { Problem } from '../../lib/problem.ts';

/** How long somebody may take to touch the key or look into the camera. */
export const MINUTES = 5;
export const TIMEOUT_MS = MINUTES * 60_000;

/** COSE algorithms: ES256, Ed25519, RS256 (Windows Hello). */
export const ALGORITHMS = [-7, -8, -257];

/** Loaded when it is needed: its certificate parsers take 27 ms of CPU to start, which every cold start would pay. */
export const webauthn = () => import('@simplewebauthn/server');

/** The site as a key knows it. */
export const rpId = ({ origin }: Ctx): string => new URL(origin).hostname;

const Base64url = z
  .string()
  .max(16_384)
  .regex(/^[A-Za-z0-9_-]+$/);
const CredentialId = Base64url.max(1400);
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/** What navigator.credentials.create() answers, as far as it is used (WebAuthn level 3, RegistrationResponseJSON). */
const Registration = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Base64url,
    attestationObject: Base64url,
    transports: z
      .array(z.string())
      .default([])
      .transform((all) => TRANSPORTS.filter((one) => all.includes(one))),
  }),
});

/** What navigator.credentials.get() answers (AuthenticationResponseJSON). */
const Assertion = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Base64url,
    authenticatorData: Base64url,
    signature: Base64url,
    userHandle: Base64url.nullish(),
  }),
});

function parse<Schema extends z.ZodType>(schema: Schema, response: unknown): z.infer<Schema> {
  const { success, data } = schema.safeParse(response);
  if (!success) throw refused();
  return data;
}

export const parseRegistration = (response: unknown) => parse(Registration, response);
export const parseAssertion = (response: unknown) => parse(Assertion, response);

/** One answer, whatever is wrong with a passkey: that it is unknown, another's, or badly signed. */
export const refused = (): Problem => new Problem('passkey_refused', { field: 'response' });

/** The answer of the verifier, which throws plain errors for all that is wrong with what a client sent. */
export async function verified<Answer extends { verified: boolean }>(work: () => Promise<Answer>) {
  const answer = await work().catch(() => null);
  if (!answer?.verified) throw refused();
  return answer as Answer & { verified: true };
}
