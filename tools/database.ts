import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, unlessUnchanged } from './lib/fingerprint.ts';
import { at, local } from './lib/paths.ts';
import { run } from './lib/run.ts';
import { say } from './lib/say.ts';
import { type Bundle, copies, publishSql, readBundles, summary, type VersionRow } from './seed.ts';

/** Where a database is: this machine's state folder, or a Cloudflare account's through a prepared config. */
export type Target = { persistTo: string } | { config: string; env: string };

const placed = (target: Target): string[] =>
  'persistTo' in target
    ? ['-c', at('wrangler.toml'), '--local', '--persist-to', target.persistTo]
    : ['-c', target.config, '--env', target.env, '--remote'];

/** Applies the migrations that the database does not have yet. */
export async function migrate(target: Target): Promise<void> {
  await run('wrangler', ['d1', 'migrations', 'apply', 'DB', ...placed(target)]);
}

/** Rows of one query, as D1 answers them. */
export async function query<Row>(target: Target, sql: string): Promise<Row[]> {
  const { stdout } = await run('wrangler', [
    'd1',
    'execute',
    'DB',
    '--json',
    '--command',
    sql,
    ...placed(target),
  ]);
  const [result] = JSON.parse(stdout) as { results: Row[] }[];
  return result?.results ?? [];
}

/** Publishes the bundles into D1, then their copies into KV. Idempotent. */
export async function publish(target: Target, bundles: readonly Bundle[]): Promise<void> {
  const folder = join(local, `seed-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const sql = join(folder, 'record.sql');
    writeFileSync(sql, `${publishSql(bundles, Date.now()).join('\n')}\n`);
    await run('wrangler', ['d1', 'execute', 'DB', '--yes', '--file', sql, ...placed(target)]);
    const rows = await query<VersionRow>(
      target,
      'SELECT assessment_id AS assessment, version, published_at AS publishedAt FROM assessment_versions',
    );
    const kv = join(folder, 'copies.json');
    writeFileSync(kv, JSON.stringify(copies(bundles, rows)));
    await run('wrangler', ['kv', 'bulk', 'put', kv, '--binding', 'PUBLISHED', ...placed(target)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Migrates and seeds a local state folder, as far as migrations or instruments changed. Returns what it holds. */
export async function prepareDatabase(persistTo: string): Promise<string> {
  const target = { persistTo };
  const bundles = readBundles();
  const print = fingerprint('migrations', 'wrangler.toml');
  const migrated = await unlessUnchanged(join(persistTo, 'migrated'), print, async () => {
    say('applying the D1 migrations');
    await migrate(target);
  });
  const seed = `${print} ${fingerprint('instruments', 'tools/seed.ts', 'tools/lib/sql.ts')}`;
  const seeded = await unlessUnchanged(join(persistTo, 'seeded'), seed, async () => {
    say('publishing the instruments');
    await publish(target, bundles);
  });
  if (!migrated && !seeded) say('database: up to date');
  return summary(bundles);
}
