import { createHash } from 'node:crypto';
import type { ProviderName } from '../../../workers/auth/oauth/traits.ts';

/** How sure a provider is of the address of whoever signs in there. */
const KINDS = ['verified', 'unverified', 'none'] as const;
/** What may happen instead when the product exchanges the code. */
const FAULTS = ['hang', 'reset', 'garbage'] as const;

export type Kind = (typeof KINDS)[number];
export type Fault = (typeof FAULTS)[number];

export interface Person {
  subject: string;
  kind: Kind;
  email: string;
  name: string;
  fault: Fault | null;
}

const one = <Name extends string>(names: readonly Name[], text: string | null): Name | null =>
  names.find((name) => name === text) ?? null;

/** Who the form of the sign-in page describes. The same address and kind is the same account every time. */
export function personOf(provider: ProviderName, form: URLSearchParams): Person {
  const email = (form.get('email') ?? '').trim().toLowerCase();
  const kind = one(KINDS, form.get('kind')) ?? 'none';
  const fault = one(FAULTS, form.get('fault'));
  const subject = createHash('sha256').update(`${provider} ${kind} ${email}`).digest('hex').slice(0, 24);
  return { subject, kind, email, name: (form.get('name') ?? '').trim(), fault };
}

/** What the provider says of somebody; Kakao leaves `email_verified` out of its ID tokens. */
export function claimsOf({ subject, kind, email, name }: Person, provider: ProviderName, use: string) {
  const silent = provider === 'kakao' && use === 'id_token';
  return {
    sub: subject,
    ...(kind !== 'none' && { email }),
    ...(kind !== 'none' && !silent && { email_verified: kind === 'verified' }),
    ...(name && { name, nickname: name }),
  };
}
