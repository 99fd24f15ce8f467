import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAdmin, rotateKeys } from './accounts.ts';
import { migrate } from './database.ts';
import { at } from './lib/paths.ts';
import { withLocalPlatform } from './lib/platform.ts';
import { attempt } from './lib/run.ts';

interface Statement {
  bind(...values: unknown[]): Statement;
  run(): Promise<unknown>;
  all<Row>(): Promise<{ results: Row[] }>;
}

interface Platform {
  env: { DB: { prepare(sql: string): Statement } };
}

let folder: string;
let stop: () => Promise<void>;
let prepare: (sql: string) => Statement;
const target = () => ({ persistTo: folder });
const rows = async <Row>(sql: string) => (await prepare(sql).all<Row>()).results;
const person = (id: string, row: { role?: string; status?: string } = {}) =>
  prepare(
    `INSERT INTO users (id, email, role, status, language, preferences, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'ko', '{}', 1, 1)`,
  )
    .bind(id, `${id}@people.example`, row.role ?? 'taker', row.status ?? 'active')
    .run();

// A platform that has the database open the whole time, as `npm start` has.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accounts-'));
  await migrate(target());
  const opened = Promise.withResolvers<Platform>();
  const over = Promise.withResolvers<void>();
  const closed = withLocalPlatform(folder, async (ctx) => {
    opened.resolve(ctx as Platform);
    await over.promise;
  });
  const { env } = await opened.promise;
  prepare = (sql) => env.DB.prepare(sql);
  stop = () => {
    over.resolve();
    return closed;
  };
}, 60_000);

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

describe('make-admin', () => {
  test('gives the role to an account that exists, once, and the audit has it from the system', async () => {
    await person("u_o'brien");
    expect(await makeAdmin(target(), " U_O'Brien@People.example ")).toBe('taker');
    expect(await rows("SELECT role FROM users WHERE id = 'u_o''brien'")).toEqual([{ role: 'admin' }]);
    expect(await makeAdmin(target(), "u_o'brien@people.example")).toBe('admin');
    const written = await rows<Record<string, unknown>>("SELECT * FROM audit WHERE action = 'users.role'");
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ actor: null, role: null, subject: "u_o'brien" });
    expect(Math.abs(Number(written[0]?.at) - Date.now())).toBeLessThan(60_000);
    expect(JSON.stringify(written)).not.toContain('people.example');
  }, 60_000);

  test.each(['suspended', 'deleted'])('refuses an account that is %s', async (status) => {
    await person(`u_${status}`, { status });
    await expect(makeAdmin(target(), `u_${status}@people.example`)).rejects.toThrow(status);
    expect(await rows(`SELECT role FROM users WHERE id = 'u_${status}'`)).toEqual([{ role: 'taker' }]);
  });

  test('refuses an address without an account', async () => {
    await expect(makeAdmin(target(), "x'; DELETE FROM users; --@x")).rejects.toThrow('sign up with it first');
    expect((await rows('SELECT id FROM users')).length).toBeGreaterThan(0);
  });
});

test('rotate-keys retires what signs, leaves what is retired, and the audit names the keys', async () => {
  expect(await rotateKeys(target())).toEqual([]);
  for (const [kid, retired] of [
    ['old', '5'],
    ['now', 'NULL'],
  ] as const) {
    await prepare(`INSERT INTO signing_keys VALUES ('${kid}', '{}', 'sealed', 1, ${retired})`).run();
  }
  expect(await rotateKeys(target())).toEqual(['now']);
  const kept = await rows<{ kid: string; retired_at: number }>('SELECT kid, retired_at FROM signing_keys');
  const at = Object.fromEntries(kept.map((key) => [key.kid, key.retired_at]));
  expect(at.old).toBe(5);
  expect(Math.abs((at.now ?? 0) - Date.now())).toBeLessThan(60_000);
  expect(await rows("SELECT actor, details FROM audit WHERE action = 'auth.keys_rotated'")).toEqual([
    { actor: null, details: JSON.stringify({ command: 'rotate-keys', kids: ['now'] }) },
  ]);
}, 60_000);

test.each([
  ['make-admin', []],
  ['make-admin', ['no-address']],
  ['make-admin', ['a@b.example', '--env', 'moon']],
  ['rotate-keys', ['--env', 'moon']],
])('%s says how it is called when called with %j', async (command, words) => {
  const { code, output } = await attempt('node', [at('tools', `${command}.ts`), ...words]);
  expect(code).toBe(1);
  expect(output).toContain(`npm run ${command}`);
});
