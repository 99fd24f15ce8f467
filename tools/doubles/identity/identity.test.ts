import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorizationUrl, exchange, type Sent } from '../../../workers/auth/oauth/client.ts';
import {
  localIssuer,
  type ProviderConfig,
  type ProviderName,
  TRAITS,
} from '../../../workers/auth/oauth/traits.ts';
import { localClient, PLAYED } from './keys.ts';
import { type Identity, startIdentity } from './server.ts';
import { Visitor } from './testing.ts';

const PRODUCT = 'http://localhost:8851';
const RETURN = `${PRODUCT}/signin/provider`;
let identity: Identity;

beforeAll(async () => {
  identity = await startIdentity(Number(new URL(localIssuer(PRODUCT, 'google')).port), [PRODUCT]);
});
afterAll(() => identity.stop());

function configOf(name: ProviderName): ProviderConfig {
  const { id, secret } = localClient(name);
  const issuer = localIssuer(PRODUCT, name);
  return { ...TRAITS[name], name, issuer, clientId: id, clientSecret: secret, local: true };
}

const sent = (): Sent => ({
  ...{ state: crypto.randomUUID(), nonce: crypto.randomUUID(), redirectUri: RETURN },
  verifier: crypto.randomUUID() + crypto.randomUUID(),
});

/** To the provider, through its form, and back: the query it sends back with. */
async function visit(config: ProviderConfig, mine: Sent, form: Record<string, string>) {
  const visitor = new Visitor();
  const address = await authorizationUrl(config, { ...mine, language: 'ko' });
  expect(await visitor.open(address, RETURN)).toContain('<form method="post">');
  await visitor.open(visitor.url, RETURN, form);
  return Object.fromEntries(new URL(visitor.url).searchParams);
}

const somebody = { email: 'Someone@people.example', name: '모래', kind: 'verified', go: 'yes' };
const told: Record<ProviderName, object> = {
  google: { email: 'someone@people.example', name: '모래' },
  linkedin: { email: 'someone@people.example', name: '모래' },
  kakao: { email: 'someone@people.example', name: '모래' },
  // Naver tells who somebody is, and no more.
  naver: { email: null, name: null },
};

describe('OAuth: the real client against a certified provider', () => {
  test.each(PLAYED)('%s: there, through the form, and back', async (name) => {
    const [config, mine] = [configOf(name), sent()];
    const params = await visit(config, mine, somebody);
    expect(params).toMatchObject({ state: mine.state, iss: config.issuer });
    const who = await exchange(config, { ...mine, params });
    expect(who).toMatchObject(told[name]);
    const again = sent();
    const same = await exchange(config, { ...again, params: await visit(config, again, somebody) });
    expect(same.subject).toBe(who.subject);
    const replayed = exchange(config, { ...mine, params });
    await expect(replayed).rejects.toMatchObject({ code: 'provider_refused' });
  });

  test.each(['unverified', 'none'])('an address that is %s is not taken', async (kind) => {
    for (const name of PLAYED) {
      const [config, mine] = [configOf(name), sent()];
      const who = await exchange(config, {
        ...mine,
        params: await visit(config, mine, { ...somebody, kind }),
      });
      expect(who.email).toBeNull();
    }
  });

  test('somebody who says no is a refusal', async () => {
    const [config, mine] = [configOf('google'), sent()];
    const params = await visit(config, mine, { go: 'no' });
    expect(params.error).toBe('access_denied');
    await expect(exchange(config, { ...mine, params })).rejects.toMatchObject({ code: 'provider_refused' });
  });

  test.each([
    ['the verifier', { verifier: 'x'.repeat(43) }, 'provider_refused'],
    ['the state', { state: 'other' }, 'provider_refused'],
    ['the nonce', { nonce: 'other' }, 'provider_failed'],
  ])('another browser lacks %s', async (_, other, code) => {
    const [config, mine] = [configOf('google'), sent()];
    const params = await visit(config, mine, somebody);
    await expect(exchange(config, { ...mine, ...other, params })).rejects.toMatchObject({ code });
  });

  test('another address to be sent back to is refused by the provider itself', async () => {
    const visitor = new Visitor();
    const address = await authorizationUrl(configOf('google'), {
      ...{ ...sent(), redirectUri: 'https://evil.example/', language: 'ko' },
    });
    expect(await visitor.open(address, 'https://evil.example')).toContain('invalid_redirect_uri');
  });

  test('without PKCE there is no way in where it is known', async () => {
    const visitor = new Visitor();
    const address = await authorizationUrl(
      { ...configOf('kakao'), pkce: false },
      { ...sent(), language: 'ko' },
    );
    await visitor.open(address, RETURN);
    expect(new URL(visitor.url).searchParams.get('error')).toBe('invalid_request');
  });
});

describe('Faults: a provider that really', () => {
  test.each(['hang', 'reset', 'garbage'])('breaks (%s) lets nobody in, in bounded time', async (fault) => {
    const [config, mine] = [configOf('kakao'), sent()];
    const params = await visit(config, mine, { ...somebody, fault });
    const began = performance.now();
    const talk = exchange(config, { ...mine, params });
    await expect(talk).rejects.toMatchObject({ code: 'provider_failed' });
    const took = performance.now() - began;
    expect(took).toBeLessThan(9_500);
    if (fault === 'hang') expect(took).toBeGreaterThan(7_000);
    const next = sent();
    const who = await exchange(config, { ...next, params: await visit(config, next, somebody) });
    expect(who.email).toBe('someone@people.example');
  });
});
