import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { POLICIES } from '../../contract/policies.ts';
import { identities, refreshFamilies, totpSecrets } from '../../db/tables/auth.ts';
import { consents, users } from '../../db/tables/users.ts';
import { newSecret } from '../../lib/ids.ts';
import { call, problemOf } from '../../testing/api.ts';
import { makePerson, testContext } from '../../testing/people.ts';
import { listProviders, requireProvider } from './providers.ts';
import {
  address,
  asked,
  begin,
  codeOf,
  come,
  eachWithProvider,
  finish,
  here,
  newcomer,
  signUp,
} from './testing/flow.ts';

const { db } = testContext();
eachWithProvider();

describe('OAuth: a way in', () => {
  test.each(['google', 'linkedin', 'kakao', 'naver'] as const)('%s: sign up, then sign in', async (name) => {
    const [subject, email] = [newSecret(), address()];
    const said = { sub: subject, email, email_verified: true, name: '모래' };
    const first = await come(name, said);
    expect(first.headers.get('cache-control')).toBe('no-store');
    const needed = await asked(first);
    expect(needed).toMatchObject({ provider: name, email, name: '모래' });
    const signedUp = await signUp(needed.challenge);
    expect(await signedUp.json()).toMatchObject({
      next: 'done',
      user: { email, name: '모래', hasPassword: false, providers: [name] },
    });
    expect(signedUp.headers.get('set-cookie')).toMatch(/^__Host-refresh=/);

    const [row] = await db.select().from(users).where(eq(users.email, email));
    expect(row?.passwordHash).toBeNull();
    const agreed = await db
      .select()
      .from(consents)
      .where(eq(consents.userId, row?.id ?? ''));
    expect(agreed.map(({ kind, granted }) => [kind, granted])).toEqual([
      ...[
        ['terms', true],
        ['privacy', true],
      ],
      ...[
        ['analytics', false],
        ['news', true],
      ],
    ]);

    // Another address and name at the provider: the account is found by its subject all the same.
    const again = await come(name, { sub: subject, email: address(), email_verified: true });
    expect(await again.json()).toMatchObject({ next: 'done', user: { id: row?.id, email } });
    const families = await db
      .select()
      .from(refreshFamilies)
      .where(eq(refreshFamilies.userId, row?.id ?? ''));
    expect(families.map(({ factors }) => factors)).toEqual([[name], [name]]);
  });

  test('asks for the second factor of an account that has one', async () => {
    const { id } = await newcomer('google', 'mfa', address());
    await db.insert(totpSecrets).values({ userId: id, secret: '-', createdAt: 1, confirmedAt: 1 });
    expect(await (await come('google', { sub: 'mfa' })).json()).toMatchObject({ next: 'mfa' });
  });

  test('refuses a suspended account', async () => {
    const { id } = await newcomer('google', 'suspended', address());
    await db.update(users).set({ status: 'suspended' }).where(eq(users.id, id));
    expect(await codeOf(await come('google', { sub: 'suspended' }))).toBe('account_suspended');
  });

  test('native clients take the tokens from the body, and no page may finish what they began', async () => {
    const { url, cookie } = await begin('kakao', { client: 'native' });
    expect(cookie).toBe('');
    const params = here.provider.approve(url, { claims: { sub: 'native' } });
    expect(await codeOf(await finish('kakao', params))).toBe('challenge_expired');
    const answer = await finish('kakao', params, { origin: '' });
    expect((await asked(answer)).provider).toBe('kakao');
  });

  test('a provider without keys is off, whatever is asked of it', () => {
    const ctx = testContext();
    const off = { ...ctx, env: { ...ctx.env, NAVER_CLIENT_ID: '', KAKAO_CLIENT_SECRET: undefined } as never };
    expect(listProviders(off).items).toEqual([
      ...[
        { provider: 'google', on: true },
        { provider: 'linkedin', on: true },
      ],
      ...[
        { provider: 'kakao', on: false },
        { provider: 'naver', on: false },
      ],
    ]);
    for (const name of ['kakao', 'naver'] as const) {
      expect(() => requireProvider(off, name)).toThrow('provider_off');
    }
  });

  test('real keys lead to the real provider over TLS, local ones never do outside this machine', () => {
    const ctx = testContext();
    const at = (over: object) => requireProvider({ ...ctx, env: { ...ctx.env, ...over } as never }, 'google');
    expect(at({ GOOGLE_CLIENT_ID: 'real' })).toMatchObject({
      issuer: 'https://accounts.google.com',
      local: false,
    });
    expect(at({})).toMatchObject({ issuer: 'http://127.0.0.1:9788/google', local: true });
    expect(at({ ENVIRONMENT: 'production' })).toMatchObject({
      ...{ issuer: 'https://accounts.google.com', local: false },
    });
  });
});

describe('OAuth: an address at the provider', () => {
  test.each([
    ['unverified', { email_verified: false }],
    ['of which it says nothing', {}],
    ['verified in other words', { email_verified: 'yes, sure' }],
  ])('%s never links and is never taken', async (_, said) => {
    const person = await makePerson();
    const needed = await asked(await come('google', { sub: newSecret(), email: person.email, ...said }));
    expect(needed.email).toBeNull();
    expect(await db.$count(identities, eq(identities.userId, person.id))).toBe(0);
    const without = await signUp(needed.challenge);
    expect(await problemOf(without)).toMatchObject({ code: 'invalid_field', field: 'email' });
    // The owner of the address is told; who typed it learns nothing and gets no code that works.
    const answer = await signUp(needed.challenge, { email: person.email });
    expect(await answer.json()).toMatchObject({ next: 'verify' });
    expect(here.mails.map(({ to, mail }) => [to, mail.template])).toEqual([
      [person.email, 'already_registered'],
    ]);
  });

  test('verified, of somebody who has an account: sign in first, then link', async () => {
    const person = await makePerson();
    const claims = { sub: newSecret(), email: person.email.toUpperCase(), email_verified: true };
    expect(await codeOf(await come('google', claims))).toBe('link_instead');
    expect(await db.$count(identities, eq(identities.userId, person.id))).toBe(0);
    const linked = await come('google', claims, { secret: person.token });
    expect(await linked.json()).toMatchObject({ next: 'linked', user: { providers: ['google'] } });
    expect(await (await come('google', claims)).json()).toMatchObject({
      next: 'done',
      user: { id: person.id },
    });
  });

  test('typed in place of the verified one is proved by a mailed code', async () => {
    const [own, typed] = [address(), address()];
    const needed = await asked(await come('google', { sub: 'typed', email: own, email_verified: true }));
    const sent = await (await signUp(needed.challenge, { email: typed })).json<{ challenge: string }>();
    expect(here.mails.map(({ to, mail }) => [to, mail.template])).toEqual([[typed, 'verify']]);
    expect(await db.$count(users, eq(users.email, typed))).toBe(0);
    const [mail] = here.mails;
    const code = mail?.mail.template === 'verify' ? mail.mail.code : '';
    const verified = await call('POST', '/api/v1/auth/verify-email', {
      body: { challenge: sent.challenge, code, client: 'native' },
    });
    expect(await verified.json()).toMatchObject({ user: { email: typed, providers: ['google'] } });
    expect(await (await come('google', { sub: 'typed' })).json()).toMatchObject({ user: { email: typed } });
  });
});

describe('OAuth: a sign-up', () => {
  const needed = async (claims: object = {}) =>
    asked(await come('google', { sub: newSecret(), email: address(), email_verified: true, ...claims }));

  test('is used once', async () => {
    const { challenge } = await needed();
    expect((await signUp(challenge)).status).toBe(200);
    expect(await codeOf(await signUp(challenge))).toBe('challenge_expired');
  });

  test('of a child is refused, and nothing is kept of it', async () => {
    const { challenge } = await needed();
    const child = `${new Date().getFullYear() - 10}-01-01`;
    expect(await codeOf(await signUp(challenge, { birthDate: child }))).toBe('under_age');
    expect(await codeOf(await signUp(challenge))).toBe('challenge_expired');
  });

  test('with a wrong field may be sent again', async () => {
    const { challenge } = await needed();
    expect(await codeOf(await signUp(challenge, { birthDate: '2999-01-01' }))).toBe('invalid_field');
    const old = { ...POLICIES, terms: '2020-01-01', analytics: false, news: false };
    const outdated = await signUp(challenge, { consents: old });
    expect(await problemOf(outdated)).toMatchObject({ code: 'invalid_field', field: 'consents.terms' });
    expect((await signUp(challenge)).status).toBe(200);
  });

  test('twice for one address, or for one provider account: the first has it', async () => {
    const email = address();
    const [one, two] = [await needed({ email }), await needed({ email })];
    expect((await signUp(one.challenge)).status).toBe(200);
    expect(await codeOf(await signUp(two.challenge))).toBe('email_taken');

    const sub = newSecret();
    const [first, second] = [await needed({ sub }), await needed({ sub })];
    expect((await signUp(first.challenge)).status).toBe(200);
    expect(await codeOf(await signUp(second.challenge))).toBe('identity_taken');
  });
});

test('Brute force: nobody can make us mail an address again and again by way of a provider', async () => {
  const email = address();
  const answers: number[] = [];
  for (let n = 0; n < 6; n++) {
    const { challenge } = await asked(await come('naver', { sub: newSecret() }));
    answers.push((await signUp(challenge, { email })).status);
  }
  expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
});
