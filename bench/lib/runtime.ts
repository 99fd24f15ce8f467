/**
 * The API Worker as it is deployed, in a process of its own without wrangler's proxy: the bundle of
 * `wrangler deploy --dry-run` with the bindings of wrangler.toml, listening on a direct socket.
 * Started by server.ts, which speaks with it over the process channel.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { publishSql, readBundles } from '../../tools/seed.ts';

export interface RuntimeOptions {
  /** Folder of the bundle. */
  bundle: string;
  /** Folder that keeps the state. */
  persistTo: string;
  port: number;
  /** Small Workers to compare with, each a script with a class `Bare`. */
  bare: { name: string; port: number; script: string }[];
}

export type Order = { start: RuntimeOptions } | { query: string };
export type Row = Record<string, string | number | null>;
export type Report = { ready: true } | { rows: Row[] } | { failed: string };

type Database = Awaited<ReturnType<Miniflare['getD1Database']>>;

const TYPES: Record<string, string> = { '.js': 'ESModule', '.wasm': 'CompiledWasm', '.txt': 'Text' };

function modulesOf(folder: string) {
  const names = readdirSync(folder).filter((name) => /\.(js|wasm|woff2|txt)$/.test(name));
  names.sort((a, b) => Number(b === 'index.js') - Number(a === 'index.js'));
  return names.map((name) => {
    const type = TYPES[extname(name)] ?? 'Data';
    const contents = readFileSync(join(folder, name));
    const text = type === 'ESModule' || type === 'Text';
    return { type, path: name, contents: text ? contents.toString() : contents };
  });
}

async function start({ bundle, persistTo, port, bare }: RuntimeOptions): Promise<Miniflare> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions('wrangler.toml');
  const { modulesRules: _rules, rootPath: _root, ...bindings } = workerOptions;
  const { compatibilityDate } = bindings;
  const listening = (at: number) => ({ unsafeDirectSockets: [{ host: '127.0.0.1', port: at }] });
  const options = {
    resourcePersistencePath: persistTo,
    workers: [
      // Each taker comes with an address of its own, so the header has to stay.
      {
        ...bindings,
        name: 'api',
        modules: modulesOf(bundle),
        stripCfConnectingIp: false,
        ...listening(port),
      },
      ...bare.map(({ name, port: at, script }) => ({
        ...{ name, compatibilityDate, ...listening(at) },
        modules: [{ type: 'ESModule', path: `${name}.js`, contents: script }],
        durableObjects: { OBJECT: { className: 'Bare', useSQLite: true } },
        d1Databases: { DB: { id: 'bare' } },
      })),
    ],
  };
  const runtime = new Miniflare(
    convertV4MiniflareOptions(options as unknown as Parameters<typeof convertV4MiniflareOptions>[0]),
  );
  await runtime.ready;
  return runtime;
}

/** Migrations and published bundles, unless the state has them. */
async function prepare(db: Database): Promise<void> {
  if (await db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'profiles'`).first()) return;
  const files = readdirSync('migrations').filter((name) => name.endsWith('.sql'));
  for (const file of files.sort()) {
    const statements = readFileSync(join('migrations', file), 'utf8').split('--> statement-breakpoint');
    for (const statement of statements) await db.prepare(statement).run();
  }
  for (const statement of publishSql(readBundles(), Date.now())) await db.prepare(statement).run();
}

const report = (message: Report): void => {
  process.send?.(message);
};
let database: Database | undefined;

process.on('message', async (order: Order) => {
  try {
    if ('start' in order) {
      const runtime = await start(order.start);
      database = await runtime.getD1Database('DB', 'api');
      await prepare(database);
      report({ ready: true });
    } else {
      const { results } = (await database?.prepare(order.query).all<Row>()) ?? { results: [] };
      report({ rows: results });
    }
  } catch (error) {
    report({ failed: String(error instanceof Error ? error.stack : error) });
  }
});

// Nothing outlives the benchmark, however it ends.
process.on('disconnect', () => process.exit());
