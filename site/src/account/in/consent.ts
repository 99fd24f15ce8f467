import type { SignUpConsents } from '../../../../workers/contract/auth.ts';
import type { Check } from '../form.ts';
import { birthDate } from './birth-date.ts';
import { page } from './page.ts';

export const birthDateCheck: Check = (value) => (birthDate(value) ? null : page.forms.checks.birthDate);

/** What a sign-up says beside who it is (Consents.astro). */
export function signUpFields(values: Record<string, string>) {
  const consents: SignUpConsents = {
    ...page.policies,
    analytics: values.analytics === 'on',
    news: values.news === 'on',
  };
  return { birthDate: birthDate(values.birthDate ?? ''), language: page.language, consents };
}

/** Where the refusals of a sign-up belong. */
export const SIGN_UP_AT = { under_age: 'birthDate', password_common: 'password', email_taken: 'email' };
