import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, publish, query } from './database.ts';
import { ensureResources, secretNames, whoami } from './deploy/account.ts';
import { configWithIds, type Environment, type Resources, resources, senderGap } from './deploy/resources.ts';
import { at, local } from './lib/paths.ts';
import { run } from './lib/run.ts';
import { elapsed, Failure, main, say, warn } from './lib/say.ts';
import { secrets } from './secrets.ts';
import { alteredVersions, readBundles, summary } from './seed.ts';
import { buildSite } from './site.ts';

const usage = 'npm run deploy -- --env staging|production [--dry-run | --prepare]';

function options(): { env: Environment; dryRun: boolean; prepare: boolean } {
  const { values } = parseArgs({
    options: { env: { type: 'string' }, 'dry-run': { type: 'boolean' }, prepare: { type: 'boolean' } },
  });
  if (values.env !== 'staging' && values.env !== 'production')
    throw new Failure(`which environment? ${usage}`);
  return { env: values.env, dryRun: values['dry-run'] ?? false, prepare: values.prepare ?? false };
}

function plan(env: Environment, wanted: Resources): string {
  return [
    `Deploying to ${env} (${wanted.origin}):`,
    ' 1. check the login and the account',
    ' 2. create what is missing:',
    `      D1 database    ${wanted.database}`,
    ...wanted.namespaces.map(({ title, binding }) => `      KV namespace   ${title} (${binding})`),
    ...wanted.buckets.map((name) => `      R2 bucket      ${name}`),
    ...wanted.queues.map((name) => `      queue          ${name}`),
    `      Pages project  ${wanted.project} (branch ${wanted.branch})`,
    ` 3. write their ids to .local/deploy/${env}/wrangler.json`,
    ` 4. apply the D1 migrations of migrations/`,
    ` 5. publish ${summary(readBundles())}`,
    ` 6. deploy the API Worker ${wanted.worker}, with the secrets it lacks (${secrets.map(({ name }) => name).join(', ') || 'none needed'})`,
    ` 7. build the site for ${wanted.origin} and deploy it to Pages`,
    ` 8. ask ${wanted.origin}/ready`,
  ].join('\n');
}

const sitePages = (env: Environment): string => at('.local', 'deploy', env, 'pages');

/** Bundles both deployables as a deployment would, without an account or a network. */
async function dryRun(env: Environment, wanted: Resources): Promise<void> {
  console.log(plan(env, wanted));
  const out = join(local, 'dry-run', env);
  rmSync(out, { recursive: true, force: true });
  await run('wrangler', [
    'deploy',
    '-c',
    at('wrangler.toml'),
    '--env',
    env,
    '--dry-run',
    '--outdir',
    join(out, 'api'),
  ]);
  say(`the API Worker bundles for ${env}`);
  await buildSite(wanted.origin, sitePages(env));
  await run(
    'wrangler',
    [
      'pages',
      'functions',
      'build',
      '--build-output-directory',
      sitePages(env),
      '--outdir',
      join(out, 'site'),
    ],
    {
      cwd: at('site'),
    },
  );
  say(`the site's Worker bundles for ${env}`);
}

async function guardPublished(target: { config: string; env: string }): Promise<void> {
  const key = 'assessment_id AS assessment, version';
  const altered = alteredVersions(
    readBundles(),
    // A draft is nobody's yet: the folder made from it may say something else by now.
    await query(target, `SELECT ${key}, bank FROM assessment_versions WHERE status <> 'draft'`),
    await query(target, `SELECT ${key}, language, items, copy FROM assessment_texts`),
  );
  if (altered.length > 0) {
    throw new Failure(
      `${altered.join(', ')} is published with other content. Published versions never change: add a new version folder.`,
    );
  }
}

async function deployApi(config: string, env: Environment): Promise<void> {
  const present = await secretNames(config, env);
  const missing = secrets.filter(({ name }) => !present.has(name));
  const made = missing.flatMap(({ name, make }) => (make ? [[name, make()] as const] : []));
  const file = join(local, 'deploy', env, 'secrets.json');
  try {
    if (made.length > 0) writeFileSync(file, JSON.stringify(Object.fromEntries(made)), { mode: 0o600 });
    const extra = made.length > 0 ? ['--secrets-file', file] : [];
    await run('wrangler', ['deploy', '-c', config, '--env', env, ...extra], { show: true });
  } finally {
    rmSync(file, { force: true });
  }
  for (const { name, purpose } of missing.filter(({ make }) => !make)) {
    warn(`secret ${name} is not set (${purpose}): npx wrangler secret put ${name} -c ${config} --env ${env}`);
  }
}

async function untilReady(origin: string): Promise<void> {
  let last = '';
  for (let tries = 0; tries < 30; tries++) {
    const answer = await fetch(`${origin}/ready`).catch((error: unknown) => error);
    if (answer instanceof Response && answer.ok) return;
    last = answer instanceof Response ? `${answer.status} ${await answer.text()}` : String(answer);
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
  throw new Failure(`${origin}/ready did not answer 200 within a minute: ${last}`);
}

await main(async () => {
  const { env, dryRun: dry, prepare } = options();
  const wanted = resources(env);
  const gap = senderGap(env, wanted.sender);
  if (gap && env === 'production' && !dry) throw new Failure(gap);
  if (gap) warn(gap);
  if (dry) return dryRun(env, wanted);

  console.log(plan(env, wanted));
  say(`logged in: ${await whoami()}`);
  const config = at('.local', 'deploy', env, 'wrangler.json');
  mkdirSync(at('.local', 'deploy', env), { recursive: true });
  writeFileSync(config, JSON.stringify(configWithIds(env, wanted, await ensureResources(wanted)), null, 2));
  const target = { config, env };
  await migrate(target);
  say('migrations applied');
  await guardPublished(target);
  await publish(target, readBundles());
  say(`published ${summary(readBundles())}`);
  if (prepare) return say(`prepared; nothing deployed. Config with ids: .local/deploy/${env}/wrangler.json`);

  await deployApi(config, env);
  await buildSite(wanted.origin, sitePages(env));
  const where = [
    sitePages(env),
    '--project-name',
    wanted.project,
    '--branch',
    wanted.branch,
    '--commit-dirty=true',
  ];
  await run('wrangler', ['pages', 'deploy', ...where], { cwd: at('site'), show: true });
  await untilReady(wanted.origin);
  say(`${wanted.origin} is up after ${elapsed()}`);
});
