import type { ProblemBody } from '../../../workers/contract/problems.ts';
import type { OwnProfile, Shared, UpdateProfile } from '../../../workers/contract/profiles.ts';

/** `code` is the API's problem code, or `offline` when nothing answered. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export interface Key {
  id: string;
  secret: string;
}

async function call<Answer>({ id, secret }: Key, method: string, path = '', body?: object): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${secret}`,
    ...(body && { 'content-type': 'application/json' }),
  };
  const init = { method, headers, cache: 'no-store', ...(body && { body: JSON.stringify(body) }) } as const;
  const response = await fetch(`/api/v1/profiles/${id}${path}`, init).catch(() => {
    throw new Refused('offline');
  });
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
  const problem = (await response.json().catch(() => ({}))) as Partial<ProblemBody>;
  throw new Refused(problem.code ?? 'other');
}

/** What the owner may do with a result. Each throws `Refused`. */
export const readOwn = (key: Key) => call<OwnProfile>(key, 'GET');
export const changeOwn = (key: Key, change: UpdateProfile) => call<OwnProfile>(key, 'PUT', '', change);
export const shareOwn = (key: Key) => call<Shared>(key, 'POST', '/share');
export const revokeOwn = (key: Key) => call<void>(key, 'DELETE', '/share');

/** Deletes a result; one that is already gone counts as deleted. */
export async function deleteOwn(key: Key): Promise<void> {
  await call<void>(key, 'DELETE').catch((error: Refused) => {
    if (error.code !== 'profile_not_found') throw error;
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
