import { currentVersion, loadPublished } from '../../workers/assessments/published.ts';
import type {
  AnswerEntry,
  Appended,
  BeginSession,
  Begun,
  Completed,
  CompleteSession,
  SessionState,
} from '../../workers/contract/sessions.ts';
import { newSecret, newSeed, newSlug, sha256 } from '../../workers/lib/ids.ts';
import { Problem } from '../../workers/lib/problem.ts';
import type { Reply } from './desk.ts';
import type { AnsweringSession } from './object.ts';
import type { Fault } from './rules.ts';
import { HASH_HEADER, SOCKET_HEADERS } from './socket.ts';
import type { ResultState, Transcript } from './state.ts';
import type { AnswerRow } from './store.ts';

type Stub = DurableObjectStub<AnsweringSession>;

/** A stub that threw is broken, so each attempt gets its own. An id we did not make wakes no object. */
function stubOf(env: Env, id: string): Stub {
  try {
    return env.SESSIONS.get(env.SESSIONS.idFromString(id));
  } catch {
    throw new Problem('session_not_found');
  }
}

const nameOf = (env: Env, slug: string): string => env.SESSIONS.idFromName(slug).toString();

const problemOf = ({ code, ...extra }: Fault): Problem => new Problem(code, extra);

/** Calls the object; once more when the platform says that this may help. Every method may be repeated. */
async function attempt<T>(env: Env, id: string, use: (stub: Stub) => Promise<T>): Promise<T> {
  for (let first = true; ; first = false) {
    const stub = stubOf(env, id);
    try {
      return await use(stub);
    } catch (error) {
      const { retryable, overloaded, remote } = error as {
        retryable?: true;
        overloaded?: true;
        remote?: true;
      };
      if (first && retryable && !overloaded) continue;
      if (overloaded || (retryable && !remote)) throw new Problem('unavailable', { retryAfter: 2 });
      throw error;
    }
  }
}

async function call<T>(env: Env, id: string, use: (stub: Stub) => Promise<Reply<T>>): Promise<T> {
  const reply = await attempt(env, id, use);
  if ('fault' in reply) throw problemOf(reply.fault);
  return reply.value;
}

/** Begins a session at the current version, or where a completed one of the same kind ended. */
export async function beginSession(env: Env, assessment: string, input: BeginSession): Promise<Begun> {
  const current = await currentVersion(env, assessment, Date.now());
  const before = input.continues && (await continued(env, assessment, input, input.continues));
  const { language } = input;
  const version = before?.version ?? input.version ?? current;
  await loadPublished(env, assessment, version, language);
  const mode = before ? 'precise' : input.mode;
  const seed = input.seed ?? before?.seed ?? newSeed();
  const copied = before?.answers ?? [];
  const person = before?.person ?? null;
  const secret = newSecret();
  const secretHash = await sha256(secret);
  // Named by its result's address: whoever asks for that before the database has it finds the object that does.
  const slug = newSlug();
  const id = nameOf(env, slug);
  const expires = await attempt(env, id, (stub) =>
    stub.begin({ secretHash, assessment, version, language, mode, seed, copied, person, slug }),
  );
  const expiresAt = new Date(expires).toISOString();
  return { id, secret, assessment, version, language, mode, seed, seq: copied.length, expiresAt };
}

async function continued(
  env: Env,
  assessment: string,
  input: BeginSession,
  { session, secret }: { session: string; secret: string },
): Promise<Transcript> {
  const hash = await sha256(secret);
  const before = await call(env, session, (stub) => stub.transcript(hash));
  const fields = [
    before.assessment !== assessment && 'continues.session',
    before.language !== input.language && 'language',
    input.version !== undefined && before.version !== input.version && 'version',
  ];
  const field = fields.find((name) => name !== false);
  if (field) throw new Problem('invalid_field', { field });
  return before;
}

export async function readSession(env: Env, id: string, secret: string): Promise<SessionState> {
  const hash = await sha256(secret);
  return call(env, id, (stub) => stub.state(hash));
}

/** How far the result of this address is on its way to the database; null when its session knows of none. */
export async function resultAt(env: Env, slug: string): Promise<ResultState | null> {
  return attempt(env, nameOf(env, slug), (stub) => stub.resultAt(slug)).catch((error: unknown) => {
    // An object still of the release before has no such method, and no result under this name.
    if (error instanceof TypeError) return null;
    throw error;
  });
}

/** Resolves once the answers are stored. Problems name the answer at fault; then none of the batch is stored. */
export async function appendAnswers(
  env: Env,
  id: string,
  secret: string,
  answers: AnswerEntry[],
): Promise<Appended> {
  const hash = await sha256(secret);
  return call(env, id, (stub) => stub.append(hash, answers));
}

export async function completeSession(
  env: Env,
  id: string,
  secret: string,
  input: CompleteSession,
): Promise<Completed> {
  const hash = await sha256(secret);
  return call(env, id, (stub) => stub.complete(hash, input));
}

export async function deleteSession(env: Env, id: string, secret: string): Promise<void> {
  const hash = await sha256(secret);
  await call(env, id, (stub) => stub.remove(hash));
}

/** Deletes the session behind a profile whose owner deletes it. Harmless when it is gone already. */
export async function destroySession(env: Env, id: string): Promise<void> {
  await attempt(env, id, (stub) => stub.destroy());
}

/**
 * Every answer of a session, for a caller that has proved to own the profile made from it: `category` 0-based as tapped,
 * `ms` on screen, `at` Unix milliseconds. Null when the session is gone.
 */
export async function exportAnswers(env: Env, id: string): Promise<AnswerRow[] | null> {
  return attempt(env, id, (stub) => stub.answers());
}

/** Opens a socket to the session: a 101 response that selects the subprotocol. */
export async function openSocket(env: Env, id: string, secret: string): Promise<Response> {
  const headers = { upgrade: 'websocket', [HASH_HEADER]: await sha256(secret) };
  const response = await attempt(env, id, (stub) => stub.fetch('https://session/socket', { headers }));
  // A response from elsewhere has immutable headers; the Worker adds its own to every response.
  const { status, webSocket } = response;
  if (webSocket) return new Response(null, { status, webSocket, headers: SOCKET_HEADERS });
  throw problemOf(await response.json<Fault>());
}
