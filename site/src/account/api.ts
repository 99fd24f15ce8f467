import type { SignedIn } from '../../../workers/contract/auth.ts';
import type { ProblemBody, ProblemCode } from '../../../workers/contract/problems.ts';
import type { Account } from '../../../workers/contract/users.ts';

/** What the API refused, in its own stable words; `offline` when nothing answered. */
export class Refusal extends Error {
  readonly code: ProblemCode | 'offline';
  readonly field: string | undefined;
  /** Seconds to wait, where it matters. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode | 'offline', field?: string, retryAfter?: number) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }
}

/** After this long without an answer there is none. */
const PATIENCE_MS = 20_000;
/** A file comes with its answer, on a slow line too. */
const FILE_PATIENCE_MS = 120_000;

// The access token lives in this page's memory only; the refresh token in a cookie no script can read.
let access: { token: string; until: number } | undefined;
let account: Account | null | undefined;

/** Keeps what a way in answered. */
export function enter({ accessToken, expiresIn, user }: SignedIn): Account {
  access = { token: accessToken, until: Date.now() + (expiresIn - 30) * 1000 };
  account = user;
  return user;
}

/** Who is signed in here, or null. Asks the server once a page. */
export async function whoAmI(): Promise<Account | null> {
  if (account === undefined) await refresh();
  return account ?? null;
}

/** Replaces what is known of the account, after a change the API answered. */
export function know(user: Account): void {
  account = user;
}

/** Signs out here. */
export async function leave(): Promise<void> {
  await ask('POST', '/auth/logout', {});
  access = undefined;
  account = null;
}

/** Calls the API as nobody: no access token goes along. Answers and throws as `call`. */
export const ask = async <T>(method: string, path: string, body?: object): Promise<T> =>
  parsed(await send({ method, path, body }));

/**
 * Calls the API as who is signed in, with a fresh access token when the old one has run out. Answers the parsed body,
 * undefined without one. Throws `Refusal`.
 */
export const call = async <T>(method: string, path: string, body?: object): Promise<T> =>
  parsed(await sendSignedIn({ method, path, body }));

/** A file of the API, which a plain link could not ask for: it brings no token. Throws `Refusal`. */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await sendSignedIn({ method: 'GET', path, patience: FILE_PATIENCE_MS });
  return response.blob().catch(() => {
    throw new Refusal('offline');
  });
}

/** The access token, fresh for half a minute at least; undefined when nobody is signed in. Never put it in an address. */
export async function accessToken(): Promise<string | undefined> {
  if (!access || access.until < Date.now()) await refresh();
  return access?.token;
}

interface Sent {
  method: string;
  path: string;
  body?: object | undefined;
  patience?: number;
  /** Goes on when the page is left: an answer that brings the next cookie must arrive. */
  keepalive?: boolean;
}

async function send(
  { method, path, body, patience = PATIENCE_MS, keepalive = false }: Sent,
  token?: string,
): Promise<Response> {
  const headers: Record<string, string> = {};
  if (body) headers['content-type'] = 'application/json';
  if (token) headers.authorization = `Bearer ${token}`;
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers,
    cache: 'no-store',
    keepalive,
    signal: AbortSignal.timeout(patience),
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal('offline');
  });
  if (response.ok) return response;
  const { code = 'internal', field } = ((await response.json().catch(() => null)) ??
    {}) as Partial<ProblemBody>;
  throw new Refusal(code, field, Number(response.headers.get('retry-after')) || undefined);
}

async function sendSignedIn(sent: Sent): Promise<Response> {
  const token = await accessToken();
  try {
    return await send(sent, token);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'token_invalid' && (await refresh(token)))) throw error;
    return await send(sent, access?.token);
  }
}

const parsed = <T>(response: Response): Promise<T> =>
  response.status === 204 ? Promise.resolve(undefined as T) : response.json().catch(() => undefined);

/** Only these say that nobody is signed in; that the server is busy or breaks says nothing about that. */
const NOBODY: readonly Refusal['code'][] = ['refresh_invalid', 'account_suspended'];

/** Less than the ten seconds in which the token before is still answered. */
const REFRESH: Sent = { method: 'POST', path: '/auth/refresh', body: {}, patience: 8000, keepalive: true };

/** Somebody else signed in in another tab. What this page was about to do was not theirs: it begins anew as they. */
function becomeAnother(): Promise<never> {
  location.reload();
  return new Promise(() => {});
}

// One tab at a time: the cookie each brings is then the one the last was given. `stale`: a token that was refused.
async function refresh(stale?: string): Promise<boolean> {
  const attempt = async (): Promise<boolean> => {
    if (access && access.token !== stale && access.until > Date.now()) return true;
    try {
      const answer = await parsed<SignedIn>(await send(REFRESH));
      if (account && account.id !== answer.user.id) await becomeAnother();
      enter(answer);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal) || !NOBODY.includes(error.code)) throw error;
      access = undefined;
      account = null;
      return false;
    }
  };
  return navigator.locks ? navigator.locks.request('refresh', attempt) : attempt();
}
