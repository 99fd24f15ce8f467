import type { Register } from '../contract/auth.ts';
import { POLICIES } from '../contract/policies.ts';
import { newSlug } from '../lib/ids.ts';

export const PASSWORD = '푸른 하늘 은하수 7';
export const newAddress = (): string => `${newSlug().toLowerCase()}@signup.example`;

/** The body of a registration of somebody who exists nowhere else. */
export const registration = (over: Partial<Register> = {}): Register => ({
  email: newAddress(),
  password: PASSWORD,
  birthDate: '1990-05-17',
  language: 'ko',
  consents: { ...POLICIES, analytics: false, news: true },
  ...over,
});
