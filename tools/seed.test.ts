import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at } from './lib/paths.ts';
import { pieces, quote } from './lib/sql.ts';
import { alteredVersions, copies, publishSql, readBundles } from './seed.ts';

let folder: string;
let database: DatabaseSync;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'instruments-'));
  database = new DatabaseSync(':memory:');
  for (const name of readdirSync(at('migrations'))
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    database.exec(readFileSync(at('migrations', name), 'utf8'));
  }
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function write(version: number, files: Record<string, unknown>): void {
  const path = join(folder, 'some-test', `v${version}`);
  mkdirSync(path, { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(path, name), JSON.stringify(content, null, 2));
}

const bank = (version: number) => ({ assessment: 'some-test', version, items: [{ id: 'a01' }] });
const long = `it's ${'한글 and more '.repeat(20_000)}`;

function publish(now: number): void {
  for (const statement of publishSql(readBundles(folder), now)) {
    expect(Buffer.byteLength(statement)).toBeLessThan(100_000);
    database.exec(statement);
  }
}

describe('publishing the instruments', () => {
  test('stores bank, texts and copy as they are in the files, however long', () => {
    write(1, { 'bank.json': bank(1), 'ko.json': { text: long }, 'copy.ko.json': { title: "that's it" } });
    publish(1000);
    expect(JSON.parse(String(database.prepare('SELECT bank FROM assessment_versions').get()?.bank))).toEqual(
      bank(1),
    );
    const text = database.prepare('SELECT * FROM assessment_texts').get();
    expect(text).toMatchObject({ assessment_id: 'some-test', version: 1, language: 'ko' });
    expect(JSON.parse(String(text?.items))).toEqual({ text: long });
    expect(JSON.parse(String(text?.copy))).toEqual({ title: "that's it" });
  });

  test('a second run changes nothing, not even the times', () => {
    write(1, { 'bank.json': bank(1), 'ko.json': { text: long }, 'copy.ko.json': {} });
    publish(1000);
    const all = () =>
      ['assessments', 'assessment_versions', 'assessment_texts'].map((table) =>
        database.prepare(`SELECT * FROM ${table}`).all(),
      );
    const before = all();
    publish(2000);
    expect(all()).toEqual(before);
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 1]);
  });

  test('a new folder becomes the current version and leaves the old one', () => {
    write(1, { 'bank.json': bank(1), 'ko.json': {}, 'copy.ko.json': {} });
    publish(1000);
    write(2, { 'bank.json': bank(2), 'ko.json': {}, 'copy.ko.json': {}, 'en.json': {}, 'copy.en.json': {} });
    publish(2000);
    expect(database.prepare('SELECT current_version, created_at FROM assessments').all()).toEqual([
      { current_version: 2, created_at: 1000 },
    ]);
    expect(
      database.prepare('SELECT version, published_at FROM assessment_versions ORDER BY version').all(),
    ).toEqual([
      { version: 1, published_at: 1000 },
      { version: 2, published_at: 2000 },
    ]);
    expect(database.prepare('SELECT count(*) AS n FROM assessment_texts').get()).toEqual({ n: 3 });
  });

  test('a folder made from a draft publishes it, with what the folder says', () => {
    write(1, { 'bank.json': bank(1), 'ko.json': {}, 'copy.ko.json': {} });
    publish(1000);
    database.exec(`INSERT INTO assessment_versions VALUES ('some-test', 2, 'draft', '{"older":true}', 1500)`);
    write(2, { 'bank.json': bank(2), 'ko.json': {}, 'copy.ko.json': {} });
    publish(2000);
    const rows = database.prepare(
      'SELECT version, status, bank, published_at AS at FROM assessment_versions',
    );
    expect(rows.all()).toEqual([
      { version: 1, status: 'published', bank: JSON.stringify(bank(1)), at: 1000 },
      { version: 2, status: 'published', bank: JSON.stringify(bank(2)), at: 2000 },
    ]);
  });

  test('a folder that is not whole is refused', () => {
    write(1, { 'bank.json': bank(2), 'ko.json': {}, 'copy.ko.json': {} });
    expect(() => readBundles(folder)).toThrow(/names another instrument or version/);
    write(1, { 'bank.json': bank(1) });
    rmSync(join(folder, 'some-test', 'v1', 'copy.ko.json'));
    expect(() => readBundles(folder)).toThrow(/no copy\.ko\.json/);
    rmSync(join(folder, 'some-test', 'v1', 'ko.json'));
    expect(() => readBundles(folder)).toThrow(/has no language/);
  });
});

describe('the copies in KV', () => {
  test('hold what the Worker would read from the record, under its key', () => {
    write(1, { 'bank.json': bank(1), 'ko.json': { text: 'x' }, 'copy.ko.json': { title: 'y' } });
    const [copy, ...rest] = copies(readBundles(folder), [
      { assessment: 'some-test', version: 1, publishedAt: 1000 },
    ]);
    expect(rest).toEqual([]);
    expect(copy?.key).toBe('bundle:some-test:1:ko');
    expect(JSON.parse(copy?.value ?? '')).toEqual({
      bank: bank(1),
      items: { text: 'x' },
      copy: { title: 'y' },
      publishedAt: 1000,
    });
    expect(readFileSync(at('workers/assessments/published.ts'), 'utf8')).toMatch(
      /`bundle:\$\{assessment\}:\$\{version\}:\$\{language\}`/,
    );
  });

  test('a version the record lacks is an error', () => {
    write(1, { 'bank.json': bank(1), 'ko.json': {}, 'copy.ko.json': {} });
    expect(() => copies(readBundles(folder), [])).toThrow(/did not reach the database/);
  });
});

test('a published version with other content is noticed; a new language of it is not', () => {
  write(1, { 'bank.json': bank(1), 'ko.json': {}, 'copy.ko.json': {} });
  publish(1000);
  const select = (columns: string, table: string) =>
    database
      .prepare(`SELECT assessment_id AS assessment, version, ${columns} FROM ${table}`)
      .all() as never[];
  const altered = () =>
    alteredVersions(
      readBundles(folder),
      select('bank', 'assessment_versions'),
      select('language, items, copy', 'assessment_texts'),
    );
  expect(altered()).toEqual([]);
  write(1, { 'en.json': {}, 'copy.en.json': {} });
  expect(altered()).toEqual([]);
  write(1, { 'copy.ko.json': { title: 'edited' } });
  expect(altered()).toEqual(['some-test v1']);
});

test('pieces are joined to the same text, stay under the limit and never split a character', () => {
  const text = "a'한🙂".repeat(50);
  const cut = pieces(text, 40);
  expect(cut.join('')).toBe(text);
  expect(cut.length).toBeGreaterThan(10);
  for (const piece of cut) {
    expect(Buffer.byteLength(quote(piece))).toBeLessThanOrEqual(40);
    expect(piece.isWellFormed()).toBe(true);
  }
});
