import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { refreshFamilies } from '../../db/tables/auth.ts';
import { call, ORIGIN, problemCode } from '../../testing/api.ts';
import { newAuthenticator } from '../../testing/authenticator.ts';
import { addPasskey, beginAdding, beginLogin, PASSKEYS, withPasskey } from '../../testing/passkeys.ts';
import { makePerson, type Person, testContext } from '../../testing/people.ts';

const { db } = testContext();

/** Makes the sign-in so old that what matters asks again who is there. */
const grewOld = ({ id }: Person) =>
  db.update(refreshFamilies).set({ authenticatedAt: 0 }).where(eq(refreshFamilies.userId, id));

const prove = ({ token }: Person, challenge: string, passkey: object) =>
  call('POST', '/api/v1/auth/reauthenticate', { secret: token, body: { challenge, passkey } });

const mayAdd = async ({ token }: Person) =>
  (await call('POST', `${PASSKEYS}/options`, { secret: token, body: {} })).status === 200;

describe('MFA', () => {
  test('a passkey of the account proves again who is there, once a challenge', async () => {
    const person = await makePerson();
    const { key } = await withPasskey(person);
    await grewOld(person);
    expect(await mayAdd(person)).toBe(false);
    const { challenge, options } = await beginLogin();
    const signature = await key.get(options);
    expect((await prove(person, challenge, signature)).status).toBe(204);
    expect(await mayAdd(person)).toBe(true);
    await grewOld(person);
    expect(await problemCode(await prove(person, challenge, signature))).toBe('challenge_expired');
    expect(await mayAdd(person)).toBe(false);
  });

  test("another's passkey, and one for another challenge, prove nothing", async () => {
    const [a, b] = [await makePerson(), await makePerson()];
    const { key: own } = await withPasskey(a);
    const { key: foreign } = await withPasskey(b);
    await grewOld(a);
    const first = await beginLogin();
    expect(await problemCode(await prove(a, first.challenge, await foreign.get(first.options)))).toBe(
      'passkey_refused',
    );
    const second = await beginLogin();
    const odd = await own.get(second.options, { challenge: 'A'.repeat(43) });
    expect(await problemCode(await prove(a, second.challenge, odd))).toBe('passkey_refused');
    expect(await mayAdd(a)).toBe(false);
  });

  test('a key that was never added proves nothing', async () => {
    const person = await makePerson();
    const begun = await beginAdding(person);
    const added = await newAuthenticator(ORIGIN);
    await addPasskey(person, { challenge: begun.challenge, response: await added.create(begun.options) });
    const stranger = await newAuthenticator(ORIGIN);
    await stranger.create((await beginAdding(person)).options);
    await grewOld(person);
    const { challenge, options } = await beginLogin();
    expect(await problemCode(await prove(person, challenge, await stranger.get(options)))).toBe(
      'passkey_refused',
    );
  });
});
