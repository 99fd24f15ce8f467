import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { refreshFamilies, signingKeys } from '../../db/tables/auth.ts';
import { users } from '../../db/tables/users.ts';
import { unseal } from '../../lib/seal.ts';
import { call, problemOf } from '../../testing/api.ts';
import { makePerson, testContext } from '../../testing/people.ts';
import { forgetKeys, loadKeys } from './keys.ts';

const listed = (secret: string) => call('GET', '/api/v1/auth/sessions', { secret });
const refresh = (refreshToken: string) => call('POST', '/api/v1/auth/refresh', { body: { refreshToken } });
const { db } = testContext();

describe('Tokens: an access token', () => {
  const claims = async () => {
    const { id, family } = await makePerson();
    return { sub: id, sid: family, iss: env.SITE_ORIGIN, aud: 'teto-egen-api' };
  };
  const forge = async (over: object, header: object = {}) => {
    const { signer } = await loadKeys(testContext());
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ ...(await claims()), iat: now, exp: now + 900, ...over })
      .setProtectedHeader({ alg: 'ES256', kid: signer.kid, typ: 'at+jwt', ...header })
      .sign(signer.key);
  };

  test('is accepted as it was signed, and says nothing about rights', async () => {
    const { token } = await makePerson();
    expect((await listed(token)).status).toBe(200);
    expect((await listed(await forge({}))).status).toBe(200);
    const payload = JSON.parse(atob(token.split('.')[1] ?? '')) as object;
    expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
  });

  test.each([
    ['of another issuer', { iss: 'https://evil.example' }],
    ['for another audience', { aud: 'other' }],
    ['that has expired', { exp: Math.floor(Date.now() / 1000) - 10 }],
    ['that never expires', { exp: undefined }],
    ['from too long ago', { iat: Math.floor(Date.now() / 1000) - 1000 }],
    ['of no sign-in', { sid: 'f_1111111111111111111111' }],
    ['without a sign-in', { sid: undefined }],
  ])('%s is refused', async (_, over) => {
    const refused = await listed(await forge(over));
    expect(refused.status).toBe(401);
    expect((await problemOf(refused)).code).toBe('token_invalid');
  });

  test('of another type, algorithm or key is refused, whatever its header points to', async () => {
    const stranger = await generateKeyPair('ES256');
    const { signer, published } = await loadKeys(testContext());
    const now = Math.floor(Date.now() / 1000);
    const body = { ...(await claims()), iat: now, exp: now + 900 };
    const header = { alg: 'ES256', typ: 'at+jwt', jku: 'https://evil.example/keys', jwk: { kty: 'EC' } };
    const shared = new TextEncoder().encode(JSON.stringify(published[0]));
    const tokens = await Promise.all([
      forge({}, { typ: 'JWT' }),
      new SignJWT(body).setProtectedHeader({ ...header, kid: signer.kid }).sign(stranger.privateKey),
      new SignJWT(body).setProtectedHeader({ ...header, kid: 'unknown' }).sign(stranger.privateKey),
      new SignJWT(body).setProtectedHeader(header).sign(stranger.privateKey),
      new SignJWT(body).setProtectedHeader({ alg: 'HS256', kid: signer.kid, typ: 'at+jwt' }).sign(shared),
    ]);
    for (const token of [...tokens, new UnsecuredJWT(body).encode()]) {
      expect((await listed(token)).status).toBe(401);
    }
  });

  test('ends with its sign-in, with the suspension and with the deletion of its owner, at once', async () => {
    const [ended, suspended, deleted] = await Promise.all([makePerson(), makePerson(), makePerson()]);
    await db.update(refreshFamilies).set({ revokedAt: 1 }).where(eq(refreshFamilies.id, ended.family));
    await db.update(users).set({ status: 'suspended' }).where(eq(users.id, suspended.id));
    await db.update(users).set({ status: 'deleted' }).where(eq(users.id, deleted.id));
    expect((await problemOf(await listed(ended.token))).code).toBe('token_invalid');
    expect((await problemOf(await listed(suspended.token))).code).toBe('account_suspended');
    expect((await problemOf(await listed(deleted.token))).code).toBe('account_deleted');
    expect((await problemOf(await refresh(suspended.refreshToken))).code).toBe('account_suspended');
  });
});

describe('Tokens: a refresh token', () => {
  test('rotates; the old one works no more, and its use ends the whole family', async () => {
    const { refreshToken, token, family } = await makePerson();
    const next = await (await refresh(refreshToken)).json<{ refreshToken: string; accessToken: string }>();
    expect(next.refreshToken).not.toBe(refreshToken);
    const third = await (await refresh(next.refreshToken)).json<{ refreshToken: string }>();
    expect((await problemOf(await refresh(refreshToken))).code).toBe('refresh_invalid');
    for (const dead of [next.refreshToken, third.refreshToken])
      expect((await refresh(dead)).status).toBe(401);
    for (const access of [token, next.accessToken]) expect((await listed(access)).status).toBe(401);
    const { results } = await env.DB.prepare(
      "SELECT details FROM audit WHERE action = 'auth.refresh_reused'",
    ).all();
    expect(JSON.stringify(results)).toContain(family);
  });

  test('just rotated answers the same child for ten seconds, then ends the family', async () => {
    const { refreshToken, family } = await makePerson();
    const [one, two] = [await refresh(refreshToken), await refresh(refreshToken)];
    const child = (await one.json<{ refreshToken: string }>()).refreshToken;
    expect((await two.json<{ refreshToken: string }>()).refreshToken).toBe(child);
    await db
      .update(refreshFamilies)
      .set({ rotatedAt: Date.now() - 11_000 })
      .where(eq(refreshFamilies.id, family));
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await refresh(child)).status).toBe(401);
  });

  test('brought by twenty at once leaves one family and one child', async () => {
    const { refreshToken, id } = await makePerson();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
    const children = await Promise.all(answers.map((one) => one.json<{ refreshToken: string }>()));
    expect(new Set(children.map((one) => one.refreshToken)).size).toBe(1);
    expect(await db.$count(refreshFamilies, eq(refreshFamilies.userId, id))).toBe(1);
    expect((await refresh(children[0]?.refreshToken ?? '')).status).toBe(200);
  });

  test('is nowhere in the database', async () => {
    const { refreshToken } = await makePerson();
    const rows = JSON.stringify(await db.select().from(refreshFamilies));
    expect(rows).not.toContain(refreshToken.split('.')[1]);
  });

  test.each(['', '.', 'a.b', 'x'.repeat(200), '1111111111111111111111.AAAA'])('%j is none', async (text) => {
    expect((await problemOf(await refresh(text))).code).toBe('refresh_invalid');
  });

  test('of a browser is a cookie that no script, no other site and no plain connection gets', async () => {
    const { refreshToken, family } = await makePerson();
    await db.update(refreshFamilies).set({ client: 'web' }).where(eq(refreshFamilies.id, family));
    const headers = { cookie: `__Host-refresh=${refreshToken}` };
    const answer = await call('POST', '/api/v1/auth/refresh', { headers });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^__Host-refresh=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).not.toHaveProperty('refreshToken');
    const elsewhere = await call('POST', '/api/v1/auth/refresh', {
      headers: { ...headers, origin: 'https://evil.example' },
    });
    expect((await problemOf(elsewhere)).code).toBe('origin_not_allowed');
  });
});

test('Tokens: keys rotate without logging anyone out; retired ones verify on, and go after an hour', async () => {
  const before = await makePerson();
  const old = (await loadKeys(testContext())).signer.kid;
  await db.update(signingKeys).set({ retiredAt: Date.now() });
  forgetKeys();
  const after = await makePerson();
  expect((await loadKeys(testContext())).signer.kid).not.toBe(old);
  for (const { token } of [before, after]) expect((await listed(token)).status).toBe(200);
  const { keys } = await (await call('GET', '/api/v1/auth/jwks.json')).json<{
    keys: { kid: string; d?: string }[];
  }>();
  expect(keys.map(({ kid }) => kid)).toContain(old);
  expect(keys.some(({ d }) => d)).toBe(false);

  await db
    .update(signingKeys)
    .set({ retiredAt: Date.now() - 3_700_000 })
    .where(eq(signingKeys.kid, old));
  forgetKeys();
  expect((await listed(before.token)).status).toBe(401);
  expect((await listed(after.token)).status).toBe(200);
});

test('Tokens: the private key is sealed at rest', async () => {
  await loadKeys(testContext());
  const [row] = await db.select().from(signingKeys);
  expect(row?.privateJwk).not.toContain('"d"');
  const jwk = JSON.parse(await unseal(env.SEAL_KEYS, row?.kid ?? '', row?.privateJwk ?? '')) as object;
  await expect(importJWK(jwk, 'ES256')).resolves.toBeDefined();
});

test('Tokens: sign-ins are listed, ended one by one, by logout, and all at once', async () => {
  const person = await makePerson();
  const other = await makePerson();
  const { items } = await (await listed(person.token)).json<{ items: { id: string; current: boolean }[] }>();
  expect(items).toEqual([expect.objectContaining({ id: person.family, current: true })]);
  const foreign = await call('DELETE', `/api/v1/auth/sessions/${person.family}`, { secret: other.token });
  expect((await problemOf(foreign)).code).toBe('auth_session_not_found');
  const body = { refreshToken: person.refreshToken };
  expect((await call('POST', '/api/v1/auth/logout', { body })).status).toBe(204);
  expect((await call('POST', '/api/v1/auth/logout', { body })).status).toBe(204);
  expect((await listed(person.token)).status).toBe(401);
  expect((await call('POST', '/api/v1/auth/logout-all', { secret: other.token })).status).toBe(204);
  expect((await refresh(other.refreshToken)).status).toBe(401);
});
