import { experimental_readRawConfig, type Unstable_RawConfig } from 'wrangler';
import { at } from '../lib/paths.ts';
import { Failure } from '../lib/say.ts';

export type Environment = 'staging' | 'production';

/** Everything of a Cloudflare account that one environment needs, by name. */
export interface Resources {
  worker: string;
  origin: string;
  database: string;
  /** Titles of KV namespaces by binding. */
  namespaces: { binding: string; title: string }[];
  buckets: string[];
  /** Dead-letter queues first: a consumer may only name one that exists. */
  queues: string[];
  /** Pages project, and the branch whose deployments are this environment. */
  project: string;
  branch: string;
  /** Where mails come from, as in MAIL_FROM. */
  sender: string;
}

const raw = (path: string): Unstable_RawConfig => experimental_readRawConfig({ config: path }).rawConfig;

/** The API Worker's configuration file as written. */
export const apiConfig = (): Unstable_RawConfig => raw(at('wrangler.toml'));

/** Reads the names of one environment from wrangler.toml and site/wrangler.toml. Throws a Failure for a gap. */
export function resources(env: Environment): Resources {
  const section = apiConfig().env?.[env];
  const [database] = section?.d1_databases ?? [];
  const origin = section?.vars?.SITE_ORIGIN;
  const sender = section?.vars?.MAIL_FROM;
  const project = raw(at('site', 'wrangler.toml')).name;
  const texts = typeof origin === 'string' && typeof sender === 'string';
  if (!section?.name || !database?.database_name || !texts || !project) {
    throw new Failure(
      `wrangler.toml: [env.${env}] needs a name, a D1 database, vars.SITE_ORIGIN and vars.MAIL_FROM; site/wrangler.toml a name`,
    );
  }
  const consumers = section.queues?.consumers ?? [];
  const dead = consumers.flatMap(({ dead_letter_queue: name }) => name ?? []);
  const live = [...(section.queues?.producers ?? []), ...consumers].flatMap(({ queue }) => queue ?? []);
  return {
    worker: section.name,
    origin,
    database: database.database_name,
    namespaces: (section.kv_namespaces ?? []).map(({ binding }) => ({
      binding,
      title: `${project}-${binding.toLowerCase()}-${env}`,
    })),
    buckets: (section.r2_buckets ?? []).flatMap(({ bucket_name: name }) => name ?? []),
    queues: [...new Set([...dead, ...live])],
    project,
    branch: env === 'production' ? 'main' : env,
    sender,
  };
}

/** What to do about a sender whose mails never arrive, the placeholder; null for any other. */
export function senderGap(env: Environment, sender: string): string | null {
  if (!/\.example>?\s*$/i.test(sender)) return null;
  return `MAIL_FROM of [env.${env}.vars] in wrangler.toml is still the placeholder ${sender}: no mail is sent, so nobody can sign up by email. Set an address of your domain, see "Mail" in docs/deploy.md`;
}

/** Ids that an account gave to D1 (by database name) and KV (by title). */
export interface Ids {
  databases: Record<string, string>;
  namespaces: Record<string, string>;
}

/**
 * wrangler.toml with an account's ids filled in, to be written anywhere: its paths are absolute. The ids stay out
 * of the repository, so that any account can take the project.
 */
export function configWithIds(env: Environment, wanted: Resources, ids: Ids): Unstable_RawConfig {
  const config = structuredClone(apiConfig());
  const section = config.env?.[env];
  for (const database of section?.d1_databases ?? []) {
    const id = ids.databases[database.database_name ?? ''];
    if (!id) throw new Failure(`no D1 database "${database.database_name}" in this account`);
    database.database_id = id;
    database.migrations_dir = at(database.migrations_dir ?? 'migrations');
  }
  for (const namespace of section?.kv_namespaces ?? []) {
    const title = wanted.namespaces.find(({ binding }) => binding === namespace.binding)?.title ?? '';
    const id = ids.namespaces[title];
    if (!id) throw new Failure(`no KV namespace "${title}" in this account`);
    namespace.id = id;
  }
  config.main = at(config.main ?? '');
  delete config.$schema;
  return config;
}
