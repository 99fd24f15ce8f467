import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { prepareDatabase, query, type Target } from './database.ts';
import { at, state } from './lib/paths.ts';
import { Failure } from './lib/say.ts';
import { quote } from './lib/sql.ts';

/** The database's own clock, Unix milliseconds. */
const NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
const AUDIT = 'INSERT INTO audit (at, actor, role, action, subject, details, request_id) SELECT';

/** An audit row's values for an act of this command line: the system's, by nobody with an account. */
const entry = (action: string, subject: string | null, details: object): string =>
  [
    ...[NOW, 'NULL', 'NULL', quote(action), subject === null ? 'NULL' : quote(subject)],
    ...[quote(JSON.stringify(details)), quote(randomUUID())],
  ].join(', ');

interface Found {
  id: string;
  role: string;
  status: string;
}

/** Makes an account an admin, and writes that down. Returns the role it had; 'admin' when there was nothing to do. */
export async function makeAdmin(target: Target, email: string): Promise<string> {
  const address = quote(email.trim().toLowerCase());
  const find = `SELECT id, role, status FROM users WHERE email = ${address}`;
  const [user] = await query<Found>(target, find);
  if (!user) throw new Failure(`no account has the address ${email}: sign up with it first`);
  if (user.role === 'admin') return user.role;
  if (user.status !== 'active') throw new Failure(`this account is ${user.status}, so it can be no admin`);
  const now = `id = ${quote(user.id)} AND role = ${quote(user.role)} AND status = 'active'`;
  const details = { command: 'make-admin', from: user.role, to: 'admin' };
  await query(
    target,
    `${AUDIT} ${entry('users.role', user.id, details)} FROM users WHERE ${now};
     UPDATE users SET role = 'admin', updated_at = ${NOW} WHERE ${now};`,
  );
  const [after] = await query<Found>(target, find);
  if (after?.role !== 'admin') throw new Failure('the account changed at this moment: try again');
  return user.role;
}

/** Retires every key that signs access tokens, and writes that down. Returns the ids of the keys. */
export async function rotateKeys(target: Target): Promise<string[]> {
  const signing = 'retired_at IS NULL';
  const keys = await query<{ kid: string }>(target, `SELECT kid FROM signing_keys WHERE ${signing}`);
  const kids = keys.map(({ kid }) => kid);
  if (kids.length === 0) return kids;
  const which = `${signing} AND kid IN (${kids.map(quote).join(', ')})`;
  await query(
    target,
    `${AUDIT} ${entry('auth.keys_rotated', null, { command: 'rotate-keys', kids })}
       WHERE EXISTS (SELECT 1 FROM signing_keys WHERE ${which});
     UPDATE signing_keys SET retired_at = ${NOW} WHERE ${which};`,
  );
  return kids;
}

interface Called {
  target: Target;
  words: string[];
  where: string;
}

/** What a command about accounts is called with: its words, if they suit, and the database it means, ready for use. */
export async function called(usage: string, suits: (words: string[]) => boolean): Promise<Called> {
  const { values, positionals: words } = parseArgs({
    allowPositionals: true,
    options: { env: { type: 'string' }, state: { type: 'string', default: state } },
  });
  const { env } = values;
  if (!suits(words)) throw new Failure(usage);
  if (env === undefined) {
    await prepareDatabase(values.state);
    return { target: { persistTo: values.state }, words, where: 'on this machine' };
  }
  if (env !== 'staging' && env !== 'production') throw new Failure(usage);
  const config = at('.local', 'deploy', env, 'wrangler.json');
  if (!existsSync(config)) {
    throw new Failure(`the ids of ${env} are not known here: npm run deploy -- --env ${env} --prepare`);
  }
  return { target: { config, env }, words, where: `on ${env}` };
}
