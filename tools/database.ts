import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, unlessUnchanged } from './lib/fingerprint.ts';
import { at, local } from './lib/paths.ts';
import { run } from './lib/run.ts';
import { say } from './lib/say.ts';
import { publishSql, readBundles, summary } from './seed.ts';

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

/** Publishes every instrument folder into D1. Idempotent. */
export async function publish(target: Target): Promise<string> {
  const bundles = readBundles();
  mkdirSync(local, { recursive: true });
  const file = join(local, `seed-${process.pid}.sql`);
  writeFileSync(file, `${publishSql(bundles, Date.now()).join('\n')}\n`);
  await run('wrangler', ['d1', 'execute', 'DB', '--yes', '--file', file, ...placed(target)]);
  return summary(bundles);
}

/** Migrates and seeds a local state folder, unless neither migrations nor instruments changed since. Returns the summary. */
export async function prepareDatabase(persistTo: string): Promise<string> {
  const target = { persistTo };
  const migrated = await unlessUnchanged(
    join(persistTo, 'migrated'),
    fingerprint('migrations', 'wrangler.toml'),
    async () => {
      say('applying the D1 migrations');
      await migrate(target);
    },
  );
  const seed = fingerprint('instruments', 'migrations', 'tools/seed.ts', 'tools/lib/sql.ts', 'wrangler.toml');
  const seeded = await unlessUnchanged(join(persistTo, 'seeded'), seed, async () => {
    say('publishing the instruments');
    await publish(target);
  });
  if (!migrated && !seeded) say('database: up to date');
  return summary(readBundles());
}
