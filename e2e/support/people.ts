import type { APIRequestContext, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { waitForMail } from '../../tools/local-mail.ts';
import type { CodeSent, SignedIn } from '../../workers/contract/auth.ts';
import { POLICIES } from '../../workers/contract/policies.ts';

/** Somebody with an account, and what signing in as them needs. */
export interface Person {
  email: string;
  password: string;
  id: string;
  /** Good for 15 minutes. */
  token: string;
}

/** Long, Korean and in no list of common ones. */
export const PASSWORD = '늦은 밤 라면 한 그릇 더';

let made = 0;
/** An address nobody had before. */
export const newEmail = (name = 'taker'): string => {
  made++;
  return `${name}.${Date.now().toString(36)}.${process.pid}.${made}@example.com`;
};

/** The six digits of the newest code mailed to an address. `but`: one that was read before. */
export async function codeFor(email: string, but = 'none'): Promise<string> {
  const matching = new RegExp(`^(?!${but})\\d{6} `);
  return (await waitForMail(email, matching)).text.slice(0, 6);
}

/** The link in the newest mail to an address that leads to a page. */
export async function linkFor(email: string, path: string, but = 'none'): Promise<string> {
  const link = new RegExp(`https?://\\S+${path}#(?!${but})[\\w-]{43}`);
  return link.exec((await waitForMail(email, link)).text)?.[0] ?? '';
}

export const bearer = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}` });

/** An account made as a person makes one, over the API. The cookie stays out of the browser. */
export async function signUp(
  request: APIRequestContext,
  { email = newEmail(), password = PASSWORD, language = 'ko' } = {},
): Promise<Person> {
  const consents = { ...POLICIES, analytics: false, news: false };
  const registered = await request.post('/api/v1/auth/register', {
    data: { email, password, birthDate: '2001-03-05', language, consents },
  });
  if (!registered.ok()) throw new Error(`register: ${registered.status()} ${await registered.text()}`);
  const { challenge } = (await registered.json()) as CodeSent;
  const verified = await request.post('/api/v1/auth/verify-email', {
    data: { challenge, code: await codeFor(email), client: 'native' },
  });
  if (!verified.ok()) throw new Error(`verify: ${verified.status()} ${await verified.text()}`);
  const { accessToken, user } = (await verified.json()) as SignedIn;
  return { email, password, id: user.id, token: accessToken };
}

/** The code an authenticator app shows, some steps of 30 seconds from now. */
export const totpOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Sets up an authenticator app. The code of the step before is used up by it. */
export async function addTotp(
  request: APIRequestContext,
  person: Person,
): Promise<{ secret: string; codes: string[] }> {
  const headers = bearer(person);
  const setup = await request.post('/api/v1/auth/mfa/setup', { headers });
  const { secret } = (await setup.json()) as { secret: string };
  const data = { code: totpOf(secret, -1) };
  const confirmed = await request.post('/api/v1/auth/mfa/confirm', { headers, data });
  if (!confirmed.ok()) throw new Error(`confirm: ${confirmed.status()} ${await confirmed.text()}`);
  return { secret, codes: ((await confirmed.json()) as { codes: string[] }).codes };
}

/** A security chip inside the page's browser, in place of a finger. Answers by itself unless told otherwise. */
export async function addAuthenticator(page: Page): Promise<{ answers(yes: boolean): Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  });
  return {
    answers: async (enabled) => {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
  };
}

/** Makes a passkey in the page's browser, which must be on a page of ours and have an authenticator. */
export async function addPasskey(page: Page, { token }: Person): Promise<void> {
  await page.evaluate(async (authorization) => {
    const post = async (path: string, body: object) => {
      const headers = { authorization, 'content-type': 'application/json' };
      const response = await fetch(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    };
    const { challenge, options } = await post('/auth/passkeys/options', {});
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    await post('/auth/passkeys', { challenge, name: 'test', response: made.toJSON() });
  }, `Bearer ${token}`);
}
