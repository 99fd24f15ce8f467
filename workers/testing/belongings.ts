import { env } from 'cloudflare:workers';
import { newExportId, newProfileId, newSecret } from '../lib/ids.ts';
import { makePerson, type Person } from './people.ts';
import { begin, take } from './take.ts';

/** Somebody with one thing of each kind, by the name of the path parameter that names it. */
export interface Keeper extends Person {
  /** Ids by the end of the path before them: `/users/` → the account's. */
  ids: Record<string, string>;
  /** The secret of `/sessions/` and `/profiles/`. */
  secret: string;
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
  return { ...person, ids, secret: taken.session.secret };
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
