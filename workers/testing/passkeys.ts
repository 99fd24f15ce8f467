import type { z } from 'zod';
import type { PasskeyAdded, Passkeys as PasskeyList, PasskeyOptions } from '../contract/auth.ts';
import { call, ORIGIN } from './api.ts';
import { type Authenticator, newAuthenticator, type Odd } from './authenticator.ts';
import type { Person } from './people.ts';

export const PASSKEYS = '/api/v1/auth/passkeys';

export const beginAdding = async ({ token }: Person) =>
  (await call('POST', `${PASSKEYS}/options`, { secret: token, body: {} })).json<PasskeyOptions>();

export const addPasskey = ({ token }: Person, body: object) =>
  call('POST', PASSKEYS, { secret: token, body: { name: '내 휴대폰', ...body } });

export const beginLogin = async (body: object = {}) =>
  (await call('POST', `${PASSKEYS}/login/options`, { body })).json<PasskeyOptions>();

export const loginByPasskey = (challenge: string, response: object) =>
  call('POST', `${PASSKEYS}/login`, { body: { challenge, response, client: 'native' } });

export const listPasskeys = async ({ token }: Person) =>
  (await call('GET', PASSKEYS, { secret: token })).json<z.infer<typeof PasskeyList>>();

/** Gives somebody a passkey. */
export async function withPasskey(
  person: Person,
  kind: { counts?: boolean; synced?: boolean } = {},
): Promise<{ key: Authenticator; added: PasskeyAdded }> {
  const key = await newAuthenticator(ORIGIN, kind);
  const { challenge, options } = await beginAdding(person);
  const answer = await addPasskey(person, { challenge, response: await key.create(options) });
  if (answer.status !== 201) throw new Error(await answer.text());
  return { key, added: await answer.json<PasskeyAdded>() };
}

/** A whole login by a passkey, honest but for what is `odd`. */
export async function enter(key: Authenticator, odd?: Odd, body: object = {}): Promise<Response> {
  const { challenge, options } = await beginLogin(body);
  return loginByPasskey(challenge, await key.get(options, odd));
}
