import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { SignedIn } from '../../contract/auth.ts';
import { challenges, refreshFamilies } from '../../db/tables/auth.ts';
import { users } from '../../db/tables/users.ts';
import { call, ORIGIN, problemCode, problemOf } from '../../testing/api.ts';
import { newAuthenticator, type Odd } from '../../testing/authenticator.ts';
import {
  addPasskey,
  beginAdding,
  beginLogin,
  enter,
  listPasskeys,
  loginByPasskey,
  PASSKEYS,
  withPasskey,
} from '../../testing/passkeys.ts';
import { makePerson, testContext } from '../../testing/people.ts';
import { mfaNeeded } from '../../testing/second-factor.ts';

const { db } = testContext();

describe('MFA', () => {
  test('a passkey is the whole of a login, or its second factor', async () => {
    const person = await makePerson();
    const { key } = await withPasskey(person);
    const { options } = await beginLogin();
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    const alone = await enter(key);
    expect(alone.headers.get('cache-control')).toBe('no-store');
    expect(await alone.json<SignedIn>()).toMatchObject({ next: 'done', user: { id: person.id } });
    expect((await listPasskeys(person)).items[0]?.lastUsedAt).toMatch(/Z$/);

    const { challenge, methods } = await mfaNeeded(person);
    expect(methods).toEqual(['passkey', 'recovery']);
    const begun = await beginLogin({ challenge });
    expect(begun.options.allowCredentials).toMatchObject([{ id: key.id }]);
    const [kept] = await db.select().from(challenges).where(eq(challenges.kind, 'passkey_login'));
    expect(JSON.stringify(kept)).not.toContain(challenge);
    // A key that was named to the browser need not say whose it is.
    const second = await loginByPasskey(begun.challenge, await key.get(begun.options, { userHandle: null }));
    expect(await second.json<SignedIn>()).toMatchObject({ next: 'done', refreshToken: expect.any(String) });
    const families = await db.select().from(refreshFamilies).where(eq(refreshFamilies.userId, person.id));
    expect(families.map(({ factors }) => factors)).toEqual(
      expect.arrayContaining([['passkey'], ['password', 'passkey']]),
    );
    const finished = await call('POST', `${PASSKEYS}/login/options`, { body: { challenge } });
    expect(await problemCode(finished)).toBe('challenge_expired');
  });

  test.each<[string, Odd]>([
    ['of another site', { origin: 'https://evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['for another challenge', { challenge: 'A'.repeat(43) }],
    ['of another kind', { type: 'webauthn.create' }],
    ['of nobody verified', { verifiedUser: false }],
    ['of an unknown key', { id: 'A'.repeat(43) }],
    ['without its user', { userHandle: null }],
    ['of another user', { userHandle: 'dV9zb21lYm9keV9lbHNl' }],
  ])('a signature %s is refused, all in the same words', async (_, odd) => {
    const { key } = await withPasskey(await makePerson());
    const refused = await enter(key, odd);
    const { requestId, ...problem } = await problemOf(refused);
    expect(requestId).toMatch(/./);
    expect(problem).toEqual({
      type: '/api/v1/problems#passkey_refused',
      title: 'The passkey could not be verified.',
      ...{ status: 422, code: 'passkey_refused', field: 'response' },
    });
    expect((await enter(key)).status).toBe(200);
  });

  test('a signature by another key under the id of this one is refused', async () => {
    const [a, b] = [await makePerson(), await makePerson()];
    const [{ key: own }, { key: foreign }] = [await withPasskey(a), await withPasskey(b)];
    const handle = btoa(a.id).replaceAll('=', '');
    expect(await problemCode(await enter(foreign, { id: own.id, userHandle: handle }))).toBe(
      'passkey_refused',
    );
  });

  test('a challenge signs in once, and registers once', async () => {
    const person = await makePerson();
    const key = await newAuthenticator(ORIGIN, { counts: false });
    const begun = await beginAdding(person);
    const body = { challenge: begun.challenge, response: await key.create(begun.options) };
    expect((await addPasskey(person, body)).status).toBe(201);
    expect(await problemCode(await addPasskey(person, body))).toBe('challenge_expired');
    const { challenge, options } = await beginLogin();
    const signature = await key.get(options);
    const answers = await Promise.all(Array.from({ length: 10 }, () => loginByPasskey(challenge, signature)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const other = await beginLogin();
    expect(await problemCode(await loginByPasskey(other.challenge, signature))).toBe('passkey_refused');
  });

  test('a counter that does not rise is a copied key; one that is always 0 does not count', async () => {
    const { key } = await withPasskey(await makePerson());
    expect((await enter(key, { counter: 9 })).status).toBe(200);
    expect(await problemCode(await enter(key, { counter: 9 }))).toBe('passkey_refused');
    expect(await problemCode(await enter(key, { counter: 3 }))).toBe('passkey_refused');
    expect(await problemCode(await enter(key, { counter: 0 }))).toBe('passkey_refused');
    expect((await enter(key, { counter: 10 })).status).toBe(200);
    const begun = await Promise.all(Array.from({ length: 8 }, () => beginLogin()));
    const signed = await Promise.all(begun.map(({ options }) => key.get(options, { counter: 11 })));
    const copies = await Promise.all(
      begun.map(({ challenge }, index) => loginByPasskey(challenge, signed[index] ?? {})),
    );
    expect(copies.filter(({ status }) => status === 200)).toHaveLength(1);
    const { key: synced } = await withPasskey(await makePerson(), { counts: false });
    expect((await enter(synced)).status).toBe(200);
    expect((await enter(synced)).status).toBe(200);
  });

  test('the key of somebody else is no second factor, and its challenge adds no key', async () => {
    const [a, b] = [await makePerson(), await makePerson()];
    await withPasskey(a);
    const { key } = await withPasskey(b);
    const { challenge } = await mfaNeeded(a);
    expect(await problemCode(await enter(key, undefined, { challenge }))).toBe('passkey_refused');
    expect(await problemCode(await enter(key, { userHandle: btoa(a.id) }, { challenge }))).toBe(
      'passkey_refused',
    );
    const begun = await beginAdding(a);
    const fresh = await newAuthenticator(ORIGIN);
    const stolen = { challenge: begun.challenge, response: await fresh.create(begun.options) };
    expect(await problemCode(await addPasskey(b, stolen))).toBe('challenge_expired');
  });

  test('what is no passkey at all is refused', async () => {
    const person = await makePerson();
    const shapes = [
      {},
      { id: 1 },
      { id: 'x', rawId: 'x', type: 'public-key', response: [] },
      { response: null },
    ];
    for (const response of shapes) {
      const { challenge } = await beginAdding(person);
      expect(await problemCode(await addPasskey(person, { challenge, response }))).toBe('passkey_refused');
      expect(await problemCode(await loginByPasskey((await beginLogin()).challenge, response))).toBe(
        'passkey_refused',
      );
    }
  });

  test('a suspended account is refused, once its key has proved whose it is', async () => {
    const person = await makePerson();
    const { key } = await withPasskey(person);
    await db.update(users).set({ status: 'suspended' }).where(eq(users.id, person.id));
    expect(await problemCode(await enter(key))).toBe('account_suspended');
  });
});
