import { globSync, readFileSync } from 'node:fs';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { POLICIES } from '../workers/contract/policies.ts';
import { at } from './lib/paths.ts';
import { workerModule } from './lib/platform.ts';

interface Rule {
  table: SQLiteTable;
  keeps: string;
}

const { RETENTION } = await workerModule<{ RETENTION: readonly Rule[] }>('workers/users/rights/retention.ts');
const { OWNED } = await workerModule<{ OWNED: readonly SQLiteTable[] }>('workers/users/rights/purge.ts');

const modules = globSync('workers/db/tables/*.ts', { cwd: at() }).map((path) => workerModule<object>(path));
const tables = (await Promise.all(modules))
  .flatMap((module) => Object.values(module))
  .filter((value): value is SQLiteTable => is(value, SQLiteTable));

/** A row of the register, by its columns. */
const register = readFileSync(at('docs', 'data.md'), 'utf8')
  .split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, what = '', where = '', why = '', howLong = '', who = '']) => ({ what, where, why, howLong, who }));

const rowOf = (name: string) =>
  register?.filter(({ where }) => where.includes('D1 ') && where.includes(`\`${name}\``)) ?? [];

/** Gone with the account by verbs of their own: the account itself, its results, its tries, mails and audit rows. */
const BY_VERB = new Set(['users', 'profiles', 'pdf_jobs', 'attempts', 'sent_mail', 'audit']);
/** Renewed or swept by the work on the lake. */
const BY_LAKE = new Set(['lake_tombstones']);

test('there are tables to look at', () => expect(tables.length).toBeGreaterThan(20));

test.each(tables.map((table) => [getTableName(table), table] as const))(
  'docs/data.md says of %s what it is, why, how long, and who deletes it',
  (name, table) => {
    const [row, ...more] = rowOf(name);
    expect(row, `docs/data.md does not name ${name}`).toBeDefined();
    expect(more).toEqual([]);
    expect(row?.what && row.why && row.howLong && row.who).toBeTruthy();
    const rule = RETENTION.find((one) => one.table === table);
    const owned = OWNED.includes(table) || BY_VERB.has(name);
    expect(row?.who.includes('nightly')).toBe(rule !== undefined || BY_LAKE.has(name));
    expect(row?.who.includes('account')).toBe(owned);
    if (rule) expect(row?.howLong).toContain(rule.keeps);
    if (!rule && !owned && !BY_LAKE.has(name)) {
      expect(row?.howLong, `nothing deletes ${name}`).toContain("nobody's data");
    }
    if ('userId' in getTableColumns(table)) expect(owned, `${name} belongs to an account`).toBe(true);
  },
);

test('docs/data.md names no table that is not there', () => {
  const names = new Set(tables.map(getTableName));
  const listed = register?.flatMap(({ where }) =>
    [...(/D1 ((?:`\w+`(?:, )?)+)/.exec(where)?.[1]?.matchAll(/`(\w+)`/g) ?? [])].map(([, name]) => name),
  );
  expect(listed?.filter((name) => name && !names.has(name))).toEqual([]);
  expect(listed?.length).toBe(names.size);
});

test.each(['ko', 'en'])(
  'the pages of terms and privacy in %s have the date that consents name',
  (language) => {
    for (const [name, date] of Object.entries(POLICIES)) {
      const page = readFileSync(at('site', 'src', 'words', language, `${name}.md`), 'utf8');
      expect(/^updated: '([\d-]+)'$/m.exec(page)?.[1]).toBe(date);
    }
  },
);
