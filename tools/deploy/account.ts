import { attempt, run } from '../lib/run.ts';
import { Failure, say } from '../lib/say.ts';
import type { Ids, Resources } from './resources.ts';

interface Database {
  name: string;
  uuid: string;
}

interface Namespace {
  title: string;
  id: string;
}

async function json<Value>(...args: string[]): Promise<Value> {
  const { stdout } = await run('wrangler', args);
  // wrangler may print a notice before the document.
  const start = stdout.search(/^[[{]/m);
  if (start < 0) throw new Failure(`wrangler ${args.join(' ')} answered no JSON:\n${stdout}`);
  return JSON.parse(stdout.slice(start)) as Value;
}

/** Who is logged in, in one line. Throws a Failure that says how to log in. */
export async function whoami(): Promise<string> {
  const { code, stdout } = await attempt('wrangler', ['whoami', '--json']);
  if (code !== 0) {
    throw new Failure(
      'not logged in to Cloudflare: run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID',
    );
  }
  const start = stdout.search(/^\{/m);
  const who = JSON.parse(stdout.slice(Math.max(0, start))) as {
    email?: string;
    accounts?: { name: string }[];
  };
  return [who.email, ...(who.accounts ?? []).map(({ name }) => name)].filter(Boolean).join(' · ');
}

// Queues and buckets have no listing that a program can read; creating one again is refused harmlessly.
async function createUnlessThere(kind: string, args: string[], name: string): Promise<void> {
  const { code, output } = await attempt('wrangler', [...args, name]);
  if (code === 0) say(`created ${kind} ${name}`);
  else if (/already (exists|taken)|is already|\b(10004|11009)\b/i.test(output))
    say(`${kind} ${name} is there`);
  else throw new Failure(`could not create ${kind} ${name}:\n${output.trim()}`);
}

/** Creates what the account lacks, touches nothing that exists, and returns the ids of D1 and KV. */
export async function ensureResources(wanted: Resources): Promise<Ids> {
  const databases = () => json<Database[]>('d1', 'list', '--json');
  if (!(await databases()).some(({ name }) => name === wanted.database)) {
    await run('wrangler', ['d1', 'create', wanted.database]);
    say(`created D1 database ${wanted.database}`);
  }
  const namespaces = () => json<Namespace[]>('kv', 'namespace', 'list');
  const titles = new Set((await namespaces()).map(({ title }) => title));
  for (const { title } of wanted.namespaces.filter((one) => !titles.has(one.title))) {
    await run('wrangler', ['kv', 'namespace', 'create', title]);
    say(`created KV namespace ${title}`);
  }
  for (const bucket of wanted.buckets)
    await createUnlessThere('R2 bucket', ['r2', 'bucket', 'create'], bucket);
  for (const queue of wanted.queues) await createUnlessThere('queue', ['queues', 'create'], queue);
  await createUnlessThere(
    'Pages project',
    ['pages', 'project', 'create', '--production-branch', 'main'],
    wanted.project,
  );
  return {
    databases: Object.fromEntries((await databases()).map(({ name, uuid }) => [name, uuid])),
    namespaces: Object.fromEntries((await namespaces()).map(({ title, id }) => [title, id])),
  };
}

/** Names of the secrets the deployed Worker has; none when it is not there yet. */
export async function secretNames(config: string, env: string): Promise<Set<string>> {
  const { code, stdout } = await attempt('wrangler', [
    'secret',
    'list',
    '--format',
    'json',
    '-c',
    config,
    '--env',
    env,
  ]);
  if (code !== 0) return new Set();
  const list = JSON.parse(stdout.slice(Math.max(0, stdout.search(/^\[/m)))) as { name: string }[];
  return new Set(list.map(({ name }) => name));
}
