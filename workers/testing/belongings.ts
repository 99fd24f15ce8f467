import { env } from 'cloudflare:workers';
import { newExportId, newProfileId, newSecret } from '../lib/ids.ts';
import type { Operation } from './operations.ts';
import { makePerson, type Person } from './people.ts';
import { begin, take } from './take.ts';

/** Somebody with one thing of each kind, by the name of the path parameter that names it. */
export interface Keeper extends Person {
  /** Ids by the end of the path before them: `/users/` → the account's. */
  ids: Record<string, string>;
  /** The secret of the kept result, and the complete session it would be made from. */
  secret: string;
  completed: string;
  /** The secret of the open session. */
  openSecret: string;
}

let pattern: Promise<Awaited<ReturnType<typeof take>>> | undefined;

/** An account with a sign-in, a passkey, a provider, an export, a kept result and an open session. */
export async function makeKeeper(row: Parameters<typeof makePerson>[0] = {}): Promise<Keeper> {
  pattern ??= take();
  const [person, taken, open] = await Promise.all([makePerson(row), pattern, begin({ mode: 'quick' })]);
  const [profile, passkey, copy, slug] = [
    newProfileId(),
    newSecret(),
    newExportId(),
    newProfileId().slice(2),
  ];
  const now = Date.now();
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO profiles (id, slug, session_id, user_id, secret_hash, assessment_id, version, language, mode,
         display_gender, visibility, score, created_at, updated_at)
       SELECT ?1, ?2, ?5, ?3, secret_hash, assessment_id, version, language, mode, 'none', 'unlisted', score, 1, 1
       FROM profiles WHERE id = ?4`,
    ).bind(profile, slug, person.id, taken.profile.id, env.SESSIONS.newUniqueId().toString()),
    env.DB.prepare("INSERT INTO passkeys VALUES (?, ?, 'key', 0, '[]', 'phone', 0, ?, NULL)").bind(
      ...[passkey, person.id, now],
    ),
    env.DB.prepare("INSERT INTO identities VALUES ('google', ?, ?, ?)").bind(passkey, person.id, now),
    env.DB.prepare("INSERT INTO exports VALUES (?, ?, 'ready', 3, ?, ?, ?)").bind(
      ...[copy, person.id, now, now, now + 86_400_000],
    ),
  ]);
  await env.FILES.put(`exports/${copy}.zip`, 'PK\u0005');
  const ids = {
    '/users/': person.id,
    '/auth/sessions/': person.family,
    '/auth/passkeys/': passkey,
    '/auth/oauth/': 'google',
    '/exports/': copy,
    '/profiles/': profile,
    '/v1/sessions/': open.id,
    '/assessments/': 'teto-egen',
    '/cards/': `${slug}.png`,
  };
  const { id: completed, secret } = taken.session;
  return { ...person, ids, secret, completed, openSecret: open.secret };
}

/** What each parameter of an operation's path is for somebody: by its name in braces. */
export function pathIds({ path, parameters }: Operation, { ids }: Keeper): Record<string, string> {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(({ 1: name = '', index }) => {
    const fixed = parameters.find((one) => one.in === 'path' && one.name === name)?.schema.const;
    if (fixed !== undefined) return [name, String(fixed)];
    const kind = Object.keys(ids).find((end) => path.slice(0, index).endsWith(end));
    if (!kind) throw new Error(`say in testing/belongings.ts what {${name}} of ${path} is`);
    return [name, ids[kind]];
  });
  return Object.fromEntries(named);
}

/** Everything the database keeps of an account, in whatever table: equal texts, nothing changed. */
export async function recordOf(userId: string): Promise<string> {
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%`user_id`%' ORDER BY name",
  ).all<{ name: string }>();
  if (tables.length < 8) throw new Error('the tables of accounts have lost their name for whose a row is');
  const rows = await env.DB.batch([
    env.DB.prepare('SELECT * FROM users WHERE id = ?').bind(userId),
    ...tables.map(({ name }) =>
      env.DB.prepare(`SELECT * FROM "${name}" WHERE user_id = ? ORDER BY 1, 2`).bind(userId),
    ),
  ]);
  return JSON.stringify(rows.map(({ results }) => results));
}
