import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, vi } from 'vitest';
import type { OAuthAnswer, SignUpNeeded } from '../../../contract/auth.ts';
import { POLICIES } from '../../../contract/policies.ts';
import type { Provider } from '../../../contract/users.ts';
import { newSecret } from '../../../lib/ids.ts';
import type { MailMessage } from '../../../queues/messages.ts';
import { call, ORIGIN, problemOf } from '../../../testing/api.ts';
import { forgetProviders } from '../discover.ts';
import { type StandIn, standIn } from './stand-in.ts';

export const path = (provider: string, rest = '') => `/api/v1/auth/oauth/${provider}${rest}`;
export const address = () => `${newSecret().toLowerCase()}@people.example`;
export const codeOf = async (answer: Response) => (await problemOf(answer)).code;

/** The provider and the mails of the test that runs. */
export const here = { mails: [] as MailMessage[] } as { provider: StandIn; mails: MailMessage[] };

/** Gives each test of a file a provider of its own. */
export function eachWithProvider(): void {
  beforeEach(async () => {
    here.provider = await standIn();
    here.mails = [];
    vi.spyOn(env.MAIL_QUEUE, 'send').mockImplementation(async (mail) => {
      here.mails.push(mail as MailMessage);
      return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    forgetProviders();
  });
}

interface Begun {
  url: string;
  cookie: string;
}

export async function begin(name: Provider, { client = 'web', secret = '' } = {}): Promise<Begun> {
  const answer = await call('POST', path(name), {
    body: { language: 'ko', client },
    ...(secret && { secret }),
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  const { url } = await answer.json<{ url: string }>();
  return { url, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

export const finish = (name: string, params: object, { cookie = '', secret = '', origin = ORIGIN } = {}) =>
  call('POST', path(name, '/finish'), {
    body: { params },
    headers: { ...(cookie && { cookie }), ...(origin && { origin }) },
    ...(secret && { secret }),
  });

/** There and back: somebody with these claims. */
export async function come(name: Provider, claims: object, { secret = '' } = {}): Promise<Response> {
  const { url, cookie } = await begin(name, { secret });
  return finish(name, here.provider.approve(url, { claims: { ...claims } }), { cookie, secret });
}

/** The sign-up an answer asks for. */
export async function asked(answer: Response): Promise<SignUpNeeded> {
  const body = await answer.json<OAuthAnswer>();
  if (body.next !== 'sign_up') throw new Error(JSON.stringify(body));
  return body;
}

const consents = { ...POLICIES, analytics: false, news: true };

export const signUp = (challenge: string, more: object = {}) =>
  call('POST', path('sign-up'), {
    body: { challenge, birthDate: '2000-01-01', language: 'ko', consents, ...more },
  });

/** Somebody who came by a provider and stayed. */
export async function newcomer(name: Provider, subject: string, email: string) {
  const needed = await asked(await come(name, { sub: subject, email, email_verified: true }));
  const done = await signUp(needed.challenge, { client: 'native' });
  const { accessToken, user } = await done.json<{ accessToken: string; user: { id: string } }>();
  return { token: accessToken, id: user.id };
}
