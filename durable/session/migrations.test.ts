import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrate } from './migrations.ts';

const inStorage = <T>(work: (storage: DurableObjectStorage) => T): Promise<T> =>
  runInDurableObject(env.SESSIONS.get(env.SESSIONS.newUniqueId()), (_, { storage }) => work(storage));

it('runs each step once, and later steps on top', async () => {
  await inStorage((storage) => {
    migrate(storage);
    migrate(storage);
    migrate(storage, [...MIGRATIONS, 'CREATE TABLE later (x INTEGER)']);
    storage.sql.exec('INSERT INTO later VALUES (1)');
    expect(storage.sql.exec('SELECT count(*) AS n FROM migrations').one()).toEqual({
      n: MIGRATIONS.length + 1,
    });
  });
});

it('refuses a history that was edited or cut', async () => {
  await inStorage((storage) => {
    migrate(storage, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)']);
    expect(() => migrate(storage, ['CREATE TABLE a (x)', 'CREATE TABLE b (y)'])).toThrow(
      'migration 1 differs',
    );
    expect(() => migrate(storage, ['CREATE TABLE a (x)'])).toThrow('migration 1 differs');
  });
});

it('leaves nothing of a step that fails', async () => {
  await inStorage((storage) => {
    migrate(storage, ['CREATE TABLE a (x)']);
    expect(() =>
      migrate(storage, ['CREATE TABLE a (x)', 'CREATE TABLE b (x); CREATE TABLE a (x)']),
    ).toThrow();
    migrate(storage, ['CREATE TABLE a (x)', 'CREATE TABLE b (y)']);
    expect(storage.sql.exec(`SELECT name FROM pragma_table_info('b')`).toArray()).toEqual([{ name: 'y' }]);
  });
});
