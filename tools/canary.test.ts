import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { POLICIES } from '../workers/contract/policies.ts';
import { prepareChromium } from './chromium.ts';
import { prepareDatabase } from './database.ts';
import { prepareDevVars } from './secrets.ts';
import { type Server, serve } from './serve.ts';
import { takeTest } from './taker.ts';

// The product on files of its own: an account with results is deleted, and the files are read byte by byte.
const PORT = 8860;
const CANARY = '황금카나리아';
const EMAIL = 'canary.bird@example.com';
const PASSWORD = '새장 문이 열려 있던 밤';
const LONGEST_MS = 60_000;
/** Sign-ins are limited by the minute. */
const LOGIN_EVERY_MS = 2_500;

/** Where it all is before. */
const EVERYWHERE = [
  ...['cache: card', 'cache: name', 'cache: slug'],
  ...['d1: email', 'd1: export', 'd1: id', 'd1: name', 'd1: profile', 'd1: session', 'd1: slug'],
  ...['do: name', 'do: profile', 'do: session', 'do: slug', 'name in do: session'],
  ...['r2: card', 'r2: export', 'r2: lakeKey', 'r2: pdf', 'r2: profile', 'r2: zip'],
];
/** What stays, as docs/privacy.md says: the audit's id, the tombstone of the answers, an emptied object's name. */
const KEPT = ['d1: id', 'd1: lakeKey', 'name in do: session'];
/** wrangler's own notes of requests and counters of limits: paths and keys, hence ids, never content. */
const PLATFORM = new Set([
  ...['observability: export', 'observability: profile', 'observability: session', 'observability: slug'],
  'ratelimit: profile',
]);

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'canary-'));
  prepareDevVars();
  await prepareChromium();
  await prepareDatabase(folder);
  await start();
}, 120_000);

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  server = await serve({ port: PORT, persistTo: folder, apiOnly: true });
}

async function call(method: string, path: string, { token, body }: { token?: string; body?: object } = {}) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  return fetch(server.url + path, { method, headers, body: body ? JSON.stringify(body) : null });
}

async function json<Answer>(...args: Parameters<typeof call>): Promise<Answer> {
  const response = await call(...args);
  const text = await response.text();
  if (!response.ok) throw new Error(`${args[0]} ${args[1]}: ${response.status} ${text}`);
  return JSON.parse(text) as Answer;
}

/** Asks until the answer is there. */
async function until<T>(what: string, ask: () => Promise<T | undefined>, every = 250): Promise<T> {
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await wait(every)) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  throw new Error(`no ${what} in ${LONGEST_MS} ms; the server said:\n${server.output().slice(-3000)}`);
}

/** The code in the mail that the server says it has written to a file. */
const mailedCode = () =>
  until('mailed code', async () => {
    const [path] = /\/\S+\/email-text\/\S+\.txt/.exec(server.output()) ?? [];
    return path ? /^\d{6}/m.exec(readFileSync(path, 'utf8'))?.[0] : undefined;
  });

const bytesOf = async (path: string, token?: string): Promise<Buffer> => {
  const file = () => call('GET', path, token ? { token } : {});
  const answer = await until(path, async () => {
    const response = await file();
    return response.status === 200 ? response : undefined;
  });
  return Buffer.from(await answer.arrayBuffer());
};

/** A piece of a file that no other file has. */
const piece = (bytes: Buffer): Buffer => bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 48);

/** Where in the stored files one of the needles is, in bytes or in a name: `store: needle`. */
function found(needles: Record<string, string | Buffer>): Set<string> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const places = files.flatMap((entry) => {
    const path = relative(join(folder, 'v3'), join(entry.parentPath, entry.name));
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    const [store] = path.split('/');
    return Object.entries(needles).flatMap(([name, needle]) => [
      ...(bytes.includes(needle) ? [`${store}: ${name}`] : []),
      ...(typeof needle === 'string' && path.includes(needle) ? [`name in ${store}: ${name}`] : []),
    ]);
  });
  return new Set(places.filter((place) => !PLATFORM.has(place)));
}

/** Runs SQL in the files of the platform's databases; in those only that have a table, when one is named. */
function inDatabases(sql: string, table?: string): void {
  // Of objects only the list of their alarms: their own files have to be empty as they are.
  for (const path of globSync(join(folder, 'v3', '{{d1,r2,kv,cache}/**/*,do/*/metadata}.sqlite'))) {
    const db = new DatabaseSync(path);
    const has = !table || db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table);
    if (has) db.exec(sql);
    db.close();
  }
}

const night = () => fetch(`${server.url}/cdn-cgi/local/scheduled`, { signal: AbortSignal.timeout(60_000) });

test('deletion leaves no trace in the stored files', { timeout: 240_000 }, async () => {
  const registered = await json<{ challenge: string }>('POST', '/api/v1/auth/register', {
    body: {
      ...{ email: EMAIL, password: PASSWORD, birthDate: '2001-03-05', language: 'ko' },
      consents: { ...POLICIES, analytics: false, news: false },
    },
  });
  const {
    accessToken: token,
    user: { id },
  } = await json<{ accessToken: string; user: { id: string } }>('POST', '/api/v1/auth/verify-email', {
    body: { challenge: registered.challenge, code: await mailedCode(), client: 'native' },
  });
  await json('PUT', '/api/v1/users/me', { token, body: { name: CANARY } });
  const taken = await takeTest(server.url, { complete: { nickname: CANARY } });
  await json('POST', '/api/v1/users/me/profiles', {
    token,
    body: { profiles: [{ id: taken.profile, secret: taken.secret }] },
  });
  const card = await bytesOf(`/cards/${taken.slug}.png`);
  for (let view = 0; view < 3; view++) await bytesOf(`/api/v1/profiles/${taken.slug}`);
  const pdf = await bytesOf(`/api/v1/profiles/${taken.slug}/pdf`);
  const asked = await json<{ id: string }>('POST', '/api/v1/users/me/exports', { token });
  const zip = await bytesOf(`/api/v1/users/me/exports/${asked.id}`, token);
  const lakeKey = createHash('sha256').update(`responses:${taken.session}`).digest('base64url').slice(0, 22);
  await until('answers in the lake', async () => (found({ lakeKey }).size > 0 ? true : undefined));
  expect((await call('DELETE', '/api/v1/users/me', { token })).status).toBe(202);
  await server.stop();

  const content = { name: CANARY, email: EMAIL, card: piece(card), pdf: piece(pdf), zip: piece(zip) };
  const ids = {
    id,
    lakeKey,
    session: taken.session,
    profile: taken.profile,
    slug: taken.slug,
    export: asked.id,
  };
  const needles = { ...content, ...ids };
  expect(found(needles)).toEqual(new Set(EVERYWHERE));
  inDatabases('UPDATE users SET delete_after = 1 WHERE delete_after IS NOT NULL', 'users');

  await start();
  // Killed in the middle of it, whatever it was at: the next night goes on.
  night().catch(() => undefined);
  await wait(150);
  await server.kill();
  await start();
  await night();
  const ended = async () => {
    const { status } = await call('POST', '/api/v1/auth/login', {
      body: { email: EMAIL, password: PASSWORD },
    });
    return status === 401 ? true : undefined;
  };
  await until('end of the account', ended, LOGIN_EVERY_MS);
  // Its answers leave the files of the lake with the night after.
  await night();
  await server.stop();

  // SQLite leaves what was deleted in free pages of its file, which nobody can read through the platform.
  inDatabases('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
  expect(found(needles)).toEqual(new Set(KEPT));
});
