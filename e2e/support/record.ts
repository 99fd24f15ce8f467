import { globSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect } from '@playwright/test';
import { at } from '../../tools/lib/paths.ts';
import { PORT } from './server.ts';

/**
 * Works in the record of the server that all specs share, as time or an operator would. For a moment only: a lock
 * held longer, as the command line's is, makes the requests of other specs fail.
 */
export function inRecord(work: (database: DatabaseSync) => void): void {
  const [file = '', ...more] = globSync(
    `${at('.local', 'e2e', String(PORT))}/v3/d1/miniflare-D1DatabaseObject/*.sqlite`,
  ).filter((name) => !name.endsWith('metadata.sqlite'));
  expect(more, 'one database').toEqual([]);
  const database = new DatabaseSync(file, { timeout: 5000 });
  work(database);
  database.close();
}

/** Keeps the result of a session (64 hexadecimal digits) from being recorded, until the returned function is called. */
export function withhold(session: string): () => void {
  expect(session).toMatch(/^[0-9a-f]{64}$/);
  inRecord((database) =>
    database.exec(
      `CREATE TRIGGER withheld_${session} BEFORE INSERT ON profiles WHEN NEW.session_id = '${session}'
       BEGIN SELECT RAISE(ABORT, 'withheld'); END`,
    ),
  );
  return () => inRecord((database) => database.exec(`DROP TRIGGER IF EXISTS withheld_${session}`));
}
