import type { OwnProfile, Shared, UpdateProfile } from '../../../workers/contract/profiles.ts';
import { call, Refused } from '../test/api.ts';

export interface Key {
  id: string;
  secret: string;
  /** Known to the browser that took the test, not to an account. */
  session?: string;
}

const own = <Answer>({ id, secret }: Key, method: string, path = '', body?: object): Promise<Answer> =>
  call<Answer>(method, `/profiles/${id}${path}`, body, secret);

/** What the owner may do with a result. Each throws `Refused`. */
export const readOwn = (key: Key) => own<OwnProfile>(key, 'GET');
export const changeOwn = (key: Key, change: UpdateProfile) => own<OwnProfile>(key, 'PUT', '', change);
export const shareOwn = (key: Key) => own<Shared>(key, 'POST', '/share');
export const revokeOwn = (key: Key) => own<void>(key, 'DELETE', '/share');

const unless = (code: Refused['code']) => (error: unknown) => {
  if (!(error instanceof Refused && error.code === code)) throw error;
};

/**
 * Deletes a result; one that is already gone counts as deleted. One whose record is still being written is known to its
 * session alone, so that goes too.
 */
export async function deleteOwn(key: Key): Promise<void> {
  await own<void>(key, 'DELETE').catch(async (error: unknown) => {
    unless('profile_not_found')(error);
    if (!key.session) return;
    await call('DELETE', `/sessions/${key.session}`, undefined, key.secret).catch(
      unless('session_not_found'),
    );
  });
}

/** Opens a private result: the key goes in a form's body, so no address ever holds it. */
export function openPrivate({ id, secret }: Key, action: string): void {
  const form = Object.assign(document.createElement('form'), { method: 'post', action });
  for (const [name, value] of Object.entries({ id, secret })) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  form.submit();
}
