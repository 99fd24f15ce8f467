import { env } from 'cloudflare:workers';
import { beginStep } from '../../auth/steps/challenges.ts';
import { PERMISSIONS } from '../../contract/access.ts';
import { POLICIES } from '../../contract/policies.ts';
import { newSecret, sha256 } from '../../lib/ids.ts';
import { type Keeper, makeKeeper, pathIds } from '../belongings.ts';
import type { Operation } from '../operations.ts';
import { makePerson, testContext } from '../people.ts';

/** Real ids, secrets and steps, so that the cases reach past the guards. */
export interface Sample {
  /** Ids that exist, by parameter of the path. */
  ids: Record<string, string>;
  /** Bearer tokens that open it: none, the secret, the account's, or either. */
  bearers: string[];
  /** What a body needs: made anew, since most steps are taken once. */
  body: () => Promise<Record<string, unknown>>;
}

export async function sampleFor(one: Operation): Promise<Sample> {
  const keeper = await makeKeeper();
  const { secret, openSecret } = keeper;
  // Who has the permission acts on another, as it is made for.
  const { token } = one.access in PERMISSIONS ? await makePerson({ role: 'admin' }) : keeper;
  if (one.id === 'getPdf') await pretendPrinting(keeper);
  const owner = one.path.includes('/sessions/{') ? openSecret : secret;
  return {
    ids: pathIds(one, keeper),
    bearers: [
      ...(one.security.includes('secret') || one.id === 'openSocket' ? [owner] : []),
      ...(one.security.includes('account') ? [token] : []),
    ],
    body: () => (BODIES[one.id] ?? (async () => ({})))(keeper),
  };
}

// A job under way: whether the browser works is another test's matter.
async function pretendPrinting({ ids }: Keeper): Promise<void> {
  const id = ids['/profiles/'] ?? '';
  const jobs = ['ko', 'en'].map((language) =>
    env.DB.prepare("INSERT INTO pdf_jobs VALUES (?, ?, 'queued', 0, ?)").bind(
      ...[`${id}/1/${language}`, id, Date.now()],
    ),
  );
  await env.DB.batch(jobs);
}

const step = async (
  ...[kind, begun]: [Parameters<typeof beginStep>[1], { userId?: string; data: unknown }]
) => (await beginStep(testContext(), kind, { minutes: 5, ...begun } as never)).token;

const BODIES: Record<string, (keeper: Keeper) => Promise<Record<string, unknown>>> = {
  createProfile: async ({ completed }) => ({ session: completed }),
  claimProfiles: async ({ ids, secret }) => ({ profiles: [{ id: ids['/profiles/'], secret }] }),
  refresh: async ({ refreshToken }) => ({ refreshToken }),
  logout: async ({ refreshToken }) => ({ refreshToken }),
  login: async ({ email }) => ({ email }),
  register: async () => ({ email: `${newSecret().toLowerCase()}@people.example`, birthDate, consents }),
  forgotPassword: async ({ email }) => ({ email }),
  magicLink: async ({ email }) => ({ email }),
  verifyEmail: async () => ({ challenge: await step('sign_up', { data: await signUp() }), code: '123456' }),
  resendCode: async () => ({ challenge: await step('sign_up', { data: await signUp() }) }),
  loginMfa: async ({ id }) => ({ challenge: await mfa(id) }),
  beginPasskeyLogin: async ({ id }) => ({ challenge: await mfa(id) }),
  resetPassword: async ({ id }) => ({ token: await step('reset', { userId: id, data: {} }) }),
  confirmMagicLink: async ({ id }) => ({ token: await step('magic_link', { userId: id, data: {} }) }),
  confirmEmail: async ({ id }) => ({
    challenge: await step('email_change', {
      userId: id,
      data: { email: `${newSecret().toLowerCase()}@people.example`, codeHash: await sha256(newSecret()) },
    }),
  }),
  addPasskey: async ({ id }) => ({
    challenge: await step('passkey_add', { userId: id, data: { challenge: newSecret() } }),
  }),
  loginByPasskey: async () => ({
    challenge: await step('passkey_login', { data: { challenge: newSecret(), mfa: null } }),
  }),
  oauthSignUp: async () => ({
    challenge: await step('oauth_sign_up', {
      data: { provider: 'google', subject: newSecret(), email: null, name: null },
    }),
    ...{ birthDate, consents },
  }),
};

const mfa = (userId: string) => step('mfa', { userId, data: { client: 'web', factors: ['password'] } });

const birthDate = '1999-12-31';
const consents = { ...POLICIES, analytics: false, news: true };

const signUp = async () => ({
  ...{ email: `${newSecret().toLowerCase()}@people.example`, language: 'ko', passwordHash: null },
  ...{ codeHash: await sha256(newSecret()), identity: null, name: null },
  consents,
});
