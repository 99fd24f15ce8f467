import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { challenges } from '../../db/tables/auth.ts';
import { newSecret, sha256 } from '../../lib/ids.ts';
import { call, ORIGIN } from '../../testing/api.ts';
import { testContext } from '../../testing/people.ts';
import { exchange } from './client.ts';
import { redirectUri, requireProvider } from './providers.ts';
import { begin, codeOf, come, eachWithProvider, finish, here, path } from './testing/flow.ts';
import { standIn } from './testing/stand-in.ts';

const { db } = testContext();
eachWithProvider();

describe('OAuth: state, nonce, PKCE', () => {
  test('go along where the provider knows them; the verifier comes with the code', async () => {
    for (const name of ['google', 'linkedin', 'kakao', 'naver'] as const) {
      const { url, cookie } = await begin(name);
      const query = new URL(url).searchParams;
      const kept = cookie.replace('__Host-oauth=', '');
      expect(query.get('state')).toBe(kept);
      expect(query.get('response_type')).toBe('code');
      expect(query.get('code_challenge_method')).toBe(name === 'linkedin' ? null : 'S256');
      expect(query.has('nonce')).toBe(name === 'google' || name === 'kakao');
      await finish(name, here.provider.approve(url), { cookie });
      const sent = here.provider.asked.findLast(({ url }) => url.endsWith('/token'))?.body;
      const verifier = sent?.get('code_verifier') ?? null;
      expect(verifier === null ? null : await sha256(verifier)).toBe(query.get('code_challenge'));
      expect(sent?.get('redirect_uri')).toBe(query.get('redirect_uri'));
    }
  });

  test('the cookie is for this host and no script, for ten minutes', async () => {
    const answer = await call('POST', path('google'), { body: { language: 'ko' } });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-oauth=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test.each([
    ['no cookie', { cookie: () => '' }],
    ['the cookie of another way', { cookie: async () => (await begin('google')).cookie }],
    ['another state', { params: { state: newSecret() } }],
    ['no state', { params: { state: '' } }],
  ])('%s: refused, and the code reaches nobody', async (_, { cookie, params = {} }: Wrong) => {
    const mine = await begin('google');
    const query = { ...here.provider.approve(mine.url), ...params };
    const refused = await finish('google', query, { cookie: cookie ? await cookie() : mine.cookie });
    expect(await codeOf(refused)).toBe('challenge_expired');
    expect(here.provider.asked.some(({ url }) => url.endsWith('/token'))).toBe(false);
  });
  interface Wrong {
    cookie?: () => string | Promise<string>;
    params?: object;
  }

  test('a way begun at one provider does not end at another', async () => {
    const { url, cookie } = await begin('google');
    expect(await codeOf(await finish('naver', here.provider.approve(url), { cookie }))).toBe(
      'challenge_expired',
    );
  });

  test('a way is over once it was gone, after ten minutes, and with a code that was used', async () => {
    const { url, cookie } = await begin('google');
    const params = here.provider.approve(url);
    expect((await finish('google', params, { cookie })).status).toBe(200);
    expect(await codeOf(await finish('google', params, { cookie }))).toBe('challenge_expired');

    const other = await begin('google');
    const { state = '' } = here.provider.approve(other.url);
    const replayed = await finish('google', { ...params, state }, { cookie: other.cookie });
    expect(await codeOf(replayed)).toBe('provider_refused');

    const late = await begin('google');
    const lateParams = here.provider.approve(late.url);
    const hash = await sha256(lateParams.state ?? '');
    await db
      .update(challenges)
      .set({ expiresAt: Date.now() - 1 })
      .where(eq(challenges.hash, hash));
    expect(await codeOf(await finish('google', lateParams, { cookie: late.cookie }))).toBe(
      'challenge_expired',
    );
  });

  test('a code stolen from another browser is bound to its verifier', async () => {
    const theirs = await begin('naver');
    const { code } = here.provider.approve(theirs.url);
    const mine = await begin('naver');
    const { state } = here.provider.approve(mine.url);
    const refused = await finish('naver', { code, state }, { cookie: mine.cookie });
    expect(await codeOf(refused)).toBe('provider_refused');
  });

  test('five that bring the same query at once: one gets in', async () => {
    const { url, cookie } = await begin('google');
    const params = here.provider.approve(url);
    const answers = await Promise.all(Array.from({ length: 5 }, () => finish('google', params, { cookie })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
  });
});

describe('OAuth: an ID token', () => {
  const now = Math.floor(Date.now() / 1000);
  test.each([
    ['of another nonce', 'google', { claims: { nonce: 'other' } }],
    ['without the nonce', 'google', { claims: { nonce: undefined } }],
    ['with a nonce nobody sent', 'linkedin', { claims: { nonce: 'other' } }],
    ['of another issuer', 'google', { claims: { iss: 'https://evil.example' } }],
    ['for another client', 'google', { claims: { aud: 'other' } }],
    ['that has expired', 'google', { claims: { exp: now - 600 } }],
    ['without a subject', 'google', { claims: { sub: undefined } }],
    ['with an empty subject', 'google', { claims: { sub: '' } }],
    ['signed by somebody else', 'google', { forged: true }],
    ['signed by a key nobody published', 'google', { header: { kid: 'other' } }],
  ] as const)('%s lets nobody in', async (_, name, said) => {
    const { url, cookie } = await begin(name);
    const refused = await finish(name, here.provider.approve(url, said), { cookie });
    expect(await codeOf(refused)).toBe('provider_failed');
    expect(refused.headers.get('set-cookie')).toBeNull();
  });

  test('signed with another algorithm lets nobody in, even by the same key', async () => {
    const { url, cookie } = await begin('google');
    const params = here.provider.approve(url);
    here.provider.instead('/token', async () => {
      const parts = [{ alg: 'none' }, { sub: 'x', iss: 'http://127.0.0.1:9788/google', aud: 'local-google' }];
      const id_token = `${parts.map((part) => btoa(JSON.stringify(part)).replace(/=+$/, '')).join('.')}.`;
      return Response.json({ access_token: 'a', token_type: 'Bearer', id_token });
    });
    expect(await codeOf(await finish('google', params, { cookie }))).toBe('provider_failed');
  });

  test('of Kakao: the userinfo must be of the same person', async () => {
    const { url, cookie } = await begin('kakao');
    here.provider.instead('/me', async () => Response.json({ sub: 'somebody else', email_verified: true }));
    expect(await codeOf(await finish('kakao', here.provider.approve(url), { cookie }))).toBe(
      'provider_failed',
    );
  });
});

describe('OAuth: redirect allowlist', () => {
  test('providers send back to one address of the site, and no request changes it', async () => {
    const { url } = await begin('google');
    expect(new URL(url).searchParams.get('redirect_uri')).toBe(`${ORIGIN}/signin/provider`);
    const asked = await call('POST', path('google'), {
      body: { language: 'ko', redirectUri: 'https://evil.example' },
    });
    expect(await codeOf(asked)).toBe('invalid_field');
    const ctx = testContext();
    expect(redirectUri({ ...ctx, origin: env.SITE_ORIGIN })).toBe(`${env.SITE_ORIGIN}/signin/provider`);
  });
});

describe('Faults: a provider', () => {
  test.each([
    ['that resets the connection', async () => Promise.reject(new TypeError('reset'))],
    ['that answers garbage', async () => new Response('<html>', { status: 200 })],
    ['that answers garbage as JSON', async () => Response.json([1, 2])],
    ['that answers 500', async () => new Response('no', { status: 500 })],
    ['that sends elsewhere', async () => Response.redirect('https://evil.example/')],
  ])('%s is told from a refusal, lets nobody in, and works again', async (_, broken) => {
    here.provider.instead('/.well-known/openid-configuration', broken);
    const begun = await call('POST', path('google'), { body: { language: 'ko' } });
    expect(await codeOf(begun)).toBe('provider_failed');
    here.provider = await standIn();
    for (const ending of ['/token', '/keys', '/me']) {
      const { url, cookie } = await begin('kakao');
      const params = here.provider.approve(url);
      here.provider.instead(ending, broken);
      const refused = await finish('kakao', params, { cookie });
      expect(await codeOf(refused)).toBe('provider_failed');
      expect(refused.headers.get('set-cookie')).toBeNull();
      here.provider = await standIn();
    }
    expect((await come('kakao', {})).status).toBe(200);
  });

  test.each([
    ['hears that it is over', (init: RequestInit) => heard(init.signal)],
    ['does not even hear it', () => new Promise<Response>(() => {})],
  ])('that hangs and %s is left after its time', async (_, hang) => {
    const ctx = testContext();
    const config = requireProvider(ctx, 'google');
    const sent = { state: 's', nonce: 'n', verifier: 'v'.repeat(43), redirectUri: redirectUri(ctx) };
    here.provider.instead('/token', hang);
    const began = Date.now();
    const talk = exchange(config, { ...sent, params: { code: 'c', state: 's' } }, 100);
    await expect(talk).rejects.toMatchObject({ code: 'provider_failed' });
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  const heard = (signal: AbortSignal | null | undefined): Promise<Response> =>
    new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

  test.each([
    ['access_denied', 'provider_refused'],
    ['user_cancelled_login', 'provider_refused'],
    ['temporarily_unavailable', 'provider_failed'],
  ])('that comes back with %s: %s', async (error, code) => {
    const { url, cookie } = await begin('linkedin');
    const { state } = here.provider.approve(url);
    expect(await codeOf(await finish('linkedin', { error, state }, { cookie }))).toBe(code);
  });

  test('a query without a code is the sender’s mistake', async () => {
    const { url, cookie } = await begin('google');
    const { state } = here.provider.approve(url);
    expect(await codeOf(await finish('google', { state }, { cookie }))).toBe('provider_refused');
  });
});

test('Secrets never in logs: neither code, state, verifier, subject nor address', async () => {
  const lines: string[] = [];
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...line) => void lines.push(line.map(String).join(' ')));
  }
  const { url, cookie } = await begin('google');
  const params = here.provider.approve(url, {
    claims: { sub: 'subject-1', email: 'canary@x.example' },
    forged: true,
  });
  await finish('google', params, { cookie });
  expect(lines.join('\n')).toContain('provider_failed');
  for (const secret of [params.code, params.state, 'subject-1', 'canary@', 'local-secret']) {
    expect(lines.join('\n')).not.toContain(secret);
  }
});
