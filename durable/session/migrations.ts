/** Append only: a step that has run in any object never changes. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE session (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     secret_hash TEXT NOT NULL,
     assessment TEXT NOT NULL,
     version INTEGER NOT NULL,
     language TEXT NOT NULL,
     mode TEXT NOT NULL,
     seed TEXT NOT NULL,
     copied INTEGER NOT NULL,
     begun_at INTEGER NOT NULL,
     completed_at INTEGER,
     profile_id TEXT,
     slug TEXT,
     score TEXT
   ) STRICT;
   CREATE TABLE answers (
     seq INTEGER PRIMARY KEY,
     item TEXT NOT NULL,
     category INTEGER NOT NULL,
     ms INTEGER NOT NULL,
     at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE outbox (
     step TEXT PRIMARY KEY,
     payload TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE alarms (
     name TEXT PRIMARY KEY,
     at INTEGER NOT NULL,
     attempts INTEGER NOT NULL DEFAULT 0
   ) STRICT, WITHOUT ROWID;`,
  // The lake's key of the first session of a chain; null for one that starts afresh.
  'ALTER TABLE session ADD COLUMN person TEXT',
];

/** FNV-1a, 32 bits, with the length: tells an edited step, which is all it is for. */
function digest(step: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < step.length; i++) hash = Math.imul(hash ^ step.charCodeAt(i), 0x01000193);
  return `${step.length}:${(hash >>> 0).toString(16)}`;
}

/** True when this object holds a schema. Asks without writing, so that a stranger's id leaves nothing behind. */
export function hasSchema(sql: SqlStorage): boolean {
  return (
    sql.exec(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'`).toArray().length > 0
  );
}

/** Runs what has not run yet. Throws when a step that has run was edited or removed since. */
export function migrate(storage: DurableObjectStorage, steps: readonly string[] = MIGRATIONS): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    sql.exec('CREATE TABLE IF NOT EXISTS migrations (step INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT');
    const applied = sql.exec<{ hash: string }>('SELECT hash FROM migrations ORDER BY step').toArray();
    applied.forEach(({ hash }, index) => {
      const step = steps[index];
      if (step === undefined || digest(step) !== hash)
        throw new Error(`migration ${index} differs from what ran`);
    });
    steps.slice(applied.length).forEach((step, index) => {
      sql.exec(step);
      sql.exec('INSERT INTO migrations (step, hash) VALUES (?, ?)', applied.length + index, digest(step));
    });
  });
}
