import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { PasskeyAdded } from '../../contract/auth.ts';
import { identities, passkeys, recoveryCodes, refreshFamilies } from '../../db/tables/auth.ts';
import { audit } from '../../db/tables/users.ts';
import { call, ORIGIN, problemCode, problemOf } from '../../testing/api.ts';
import { type Authenticator, newAuthenticator, type Odd } from '../../testing/authenticator.ts';
import { catchMails } from '../../testing/mails.ts';
import { addPasskey, beginAdding, listPasskeys, PASSKEYS, withPasskey } from '../../testing/passkeys.ts';
import { makePerson, testContext } from '../../testing/people.ts';
import { codeOf, loginMfaCall, mfaCall, mfaNeeded, withTotp } from '../../testing/second-factor.ts';
import { RECENT_MS } from '../signed-in.ts';

const { db } = testContext();
const mails = catchMails();

describe('MFA', () => {
  test('a passkey is added, with recovery codes the first time, listed, named and removed', async () => {
    const person = await makePerson({ passwordHash: 'set' });
    const { challenge, options } = await beginAdding(person);
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Teto-Egen' },
      user: { name: person.email },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    });
    const key = await newAuthenticator(ORIGIN, { synced: true });
    const answer = await addPasskey(person, { challenge, response: await key.create(options) });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const added = await answer.json<PasskeyAdded>();
    expect(added.id).toBe(key.id);
    expect(added.recoveryCodes).toHaveLength(10);
    const second = await withPasskey(person);
    expect(second.added.recoveryCodes).toBeNull();
    const { options: third } = await beginAdding(person);
    expect(third.excludeCredentials).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: key.id, transports: ['hybrid', 'internal'] })]),
    );

    expect(
      (await listPasskeys(person)).items.map(({ name, synced, lastUsedAt }) => [name, synced, lastUsedAt]),
    ).toEqual([
      ['내 휴대폰', true, null],
      ['내 휴대폰', false, null],
    ]);
    const path = `${PASSKEYS}/${key.id}`;
    const named = await call('PUT', path, { secret: person.token, body: { name: 'Laptop' } });
    expect(named.status).toBe(204);
    expect((await listPasskeys(person)).items.map(({ name }) => name)).toContain('Laptop');
    expect((await call('DELETE', path, { secret: person.token })).status).toBe(204);
    expect(await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.id))).toHaveLength(10);
    const last = await call('DELETE', `${PASSKEYS}/${second.key.id}`, { secret: person.token });
    expect(last.status).toBe(204);
    expect(await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.id))).toEqual([]);
    const rows = await db.select().from(audit).where(eq(audit.subject, person.id));
    expect(rows.map(({ action }) => action)).toEqual([
      ...['mfa.passkey_added', 'mfa.passkey_added', 'mfa.passkey_removed', 'mfa.passkey_removed'],
    ]);
  });

  test('recovery codes come once, whichever factor is first', async () => {
    const person = await makePerson();
    const { added } = await withPasskey(person);
    const { codes } = await withTotp(person);
    expect(codes).toEqual([]);
    const { challenge } = await mfaNeeded(person);
    const used = await loginMfaCall(challenge, { method: 'recovery', code: added.recoveryCodes?.[0] });
    expect(used.status).toBe(200);
    expect((await call('DELETE', '/api/v1/auth/mfa', { secret: person.token })).status).toBe(204);
    expect(await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.id))).toHaveLength(10);
    const other = await makePerson();
    await withTotp(other);
    expect((await withPasskey(other)).added.recoveryCodes).toBeNull();
  });

  test('both first factors at once bring one set of codes', async () => {
    const person = await makePerson();
    const key = await newAuthenticator(ORIGIN);
    const { challenge, options } = await beginAdding(person);
    const { secret } = await (await mfaCall('/setup', person)).json<{ secret: string }>();
    const response = await key.create(options);
    const [app, passkey] = await Promise.all([
      mfaCall('/confirm', person, { code: codeOf(secret) }),
      addPasskey(person, { challenge, response }),
    ]);
    const { codes } = await app.json<{ codes: string[] }>();
    const { recoveryCodes: others } = await passkey.json<PasskeyAdded>();
    expect(codes.length + (others?.length ?? 0)).toBe(10);
  });

  test.each<[string, Odd]>([
    ['of another site', { origin: 'https://evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['for another challenge', { challenge: 'A'.repeat(43) }],
    ['of another kind', { type: 'webauthn.get' }],
    ['of nobody verified', { verifiedUser: false }],
    ['under another id', { id: 'A'.repeat(43) }],
  ])('a new passkey %s is refused', async (_, odd) => {
    const person = await makePerson();
    const key = await newAuthenticator(ORIGIN);
    const { challenge, options } = await beginAdding(person);
    const refused = await addPasskey(person, { challenge, response: await key.create(options, odd) });
    expect(await problemCode(refused)).toBe('passkey_refused');
    expect((await listPasskeys(person)).items).toEqual([]);
  });

  test('a key that is registered is not registered again, for nobody', async () => {
    const [a, b] = [await makePerson(), await makePerson()];
    const { key } = await withPasskey(a);
    const { challenge, options } = await beginAdding(b);
    const refused = await addPasskey(b, { challenge, response: await key.create(options) });
    expect(await problemCode(refused)).toBe('passkey_refused');
    expect(await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, b.id))).toEqual([]);
    const [row] = await db.select().from(passkeys).where(eq(passkeys.id, key.id));
    expect(row?.userId).toBe(a.id);
  });

  test('every change is mailed, also when a request brings the id of another', async () => {
    const person = await makePerson({ passwordHash: 'set' });
    const { key } = await withPasskey(person);
    await withTotp(person);
    const headers = { 'x-request-id': 'the-same' };
    for (const path of [`${PASSKEYS}/${key.id}`, '/api/v1/auth/mfa/recovery-codes', '/api/v1/auth/mfa']) {
      const method = path.endsWith('codes') ? 'POST' : 'DELETE';
      const { ok } = await call(method, path, { secret: person.token, headers });
      expect(ok).toBe(true);
    }
    const told = mails.to(person.email);
    expect(told.map(({ mail }) => mail)).toEqual(
      ['passkey_added', 'totp_on', 'passkey_removed', 'codes_renewed', 'totp_off'].map((change) => ({
        ...{ template: 'mfa_changed', change },
      })),
    );
    expect(new Set(told.map(({ id }) => id)).size).toBe(5);
  });
});

describe('Access', () => {
  test('a passkey of somebody else is not there', async () => {
    const [a, b] = [await makePerson(), await makePerson()];
    const { key } = await withPasskey(a);
    const path = `${PASSKEYS}/${key.id}`;
    expect((await listPasskeys(b)).items).toEqual([]);
    const named = await call('PUT', path, { secret: b.token, body: { name: 'mine' } });
    expect(await problemCode(named)).toBe('passkey_not_found');
    expect(await problemCode(await call('DELETE', path, { secret: b.token }))).toBe('passkey_not_found');
    expect((await listPasskeys(a)).items).toHaveLength(1);
  });

  test('the last way in stays', async () => {
    const person = await makePerson();
    const [{ key: one }, { key: two }] = [await withPasskey(person), await withPasskey(person)];
    const remove = (key: Authenticator) => call('DELETE', `${PASSKEYS}/${key.id}`, { secret: person.token });
    const both = await Promise.all([remove(one), remove(two)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const left = both[0]?.status === 204 ? two : one;
    expect(await problemCode(await remove(left))).toBe('last_way_in');
    const at = { provider: 'kakao', subject: person.id } as const;
    await db.insert(identities).values({ ...at, userId: person.id, createdAt: Date.now() });
    expect((await remove(left)).status).toBe(204);
  });

  test('adding and removing need a fresh proof of who is there', async () => {
    const person = await makePerson({ passwordHash: 'set' });
    const { key } = await withPasskey(person);
    await db
      .update(refreshFamilies)
      .set({ authenticatedAt: Date.now() - RECENT_MS - 1000 })
      .where(eq(refreshFamilies.id, person.family));
    const refused = [
      await call('POST', `${PASSKEYS}/options`, { secret: person.token, body: {} }),
      await call('DELETE', `${PASSKEYS}/${key.id}`, { secret: person.token }),
    ];
    for (const answer of refused) expect(await problemCode(answer)).toBe('reauthentication_required');
  });

  test.each(['', '  ', 'a\u0000b', 'a\ud800', 'x'.repeat(61)])('%j is no name', async (name) => {
    const person = await makePerson();
    const { key } = await withPasskey(person);
    const refused = await call('PUT', `${PASSKEYS}/${key.id}`, { secret: person.token, body: { name } });
    expect(await problemOf(refused)).toMatchObject({ code: 'invalid_field', field: 'name' });
  });

  test('an account has at most twenty', async () => {
    const person = await makePerson();
    const rows = Array.from({ length: 20 }, (_, index) => ({
      ...{ id: `${person.id}-${index}`, userId: person.id, publicKey: 'pQ', counter: 0, transports: [] },
      ...{ name: String(index), synced: false, createdAt: index },
    }));
    for (const row of rows) await db.insert(passkeys).values(row);
    const refused = await call('POST', `${PASSKEYS}/options`, { secret: person.token, body: {} });
    expect(await problemCode(refused)).toBe('passkey_refused');
  });
});
