import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getPlatformProxy } from 'wrangler';
import { apiConfig } from '../deploy/resources.ts';
import { at, local } from './paths.ts';

/** A verb's context, as workers/context.ts builds it. Opaque here: Node's scripts lack the platform's types. */
export type Ctx = object;

interface ContextModule {
  backgroundContext(env: object, execution: { waitUntil(work: Promise<unknown>): void }): Ctx;
}

/** A module of the Worker, run by Node as it is. `path` from the root. */
export async function workerModule<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(at(path)).href)) as Module;
}

/** The Worker's configuration without its objects and queues, which only the Worker itself can run. */
function storesOnly(): string {
  const { name, compatibility_date, vars, d1_databases, kv_namespaces, r2_buckets } = apiConfig();
  const path = join(local, 'platform', 'wrangler.json');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    JSON.stringify({ name, compatibility_date, vars, d1_databases, kv_namespaces, r2_buckets }),
  );
  return path;
}

/** Runs verbs of the Worker on the bindings of a local state folder, and waits for what they put off. */
export async function withLocalPlatform<T>(persistTo: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const platform = await getPlatformProxy({
    configPath: storesOnly(),
    // wrangler's own commands add this folder to the one they are given.
    persist: { path: join(persistTo, 'v3') },
    remoteBindings: false,
  });
  try {
    const { backgroundContext } = await workerModule<ContextModule>('workers/context.ts');
    const later: Promise<unknown>[] = [];
    const ctx = backgroundContext(platform.env, { waitUntil: (promise) => void later.push(promise) });
    const result = await work(ctx);
    await Promise.all(later);
    return result;
  } finally {
    await platform.dispose();
  }
}
