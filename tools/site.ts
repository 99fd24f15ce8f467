import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, unlessUnchanged } from './lib/fingerprint.ts';
import { at, pages } from './lib/paths.ts';
import { run } from './lib/run.ts';
import { elapsed, Failure, say } from './lib/say.ts';
import { addReference } from './reference.ts';

/** What the built site depends on. */
const inputs = [
  'site',
  'psychometrics',
  'instruments',
  'emblem',
  'workers/contract',
  'package-lock.json',
  'tools/site.ts',
  'tools/reference.ts',
];

/**
 * Lays Astro's build out as Pages wants it: static files at the top, the server in `_worker.js/` behind
 * site/worker/. Astro's adapter targets Workers only, hence this step.
 * @param dist Astro's output (client/ and server/) @param output the Pages folder, replaced as a whole
 */
export async function assemblePages(dist: string, worker: string, output: string): Promise<void> {
  for (const path of [join(dist, 'client'), join(dist, 'server'), join(worker, 'index.js')]) {
    if (!existsSync(path)) throw new Failure(`the site's build lacks ${path}`);
  }
  const fresh = `${output}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  cpSync(join(dist, 'client'), fresh, { recursive: true });
  cpSync(join(dist, 'server'), join(fresh, '_worker.js'), {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  });
  rmSync(join(fresh, '_worker.js', 'wrangler.json'), { force: true });
  for (const name of readdirSync(worker).filter((file) => file.endsWith('.js'))) {
    cpSync(join(worker, name), join(fresh, '_worker.js', name));
  }
  await addReference(join(fresh, 'vendor', 'swagger-ui'));
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
}

/** An Astro build leaves a redirect that would send wrangler, run in site/, to another config than ours. */
export const forgetBuildRedirect = (): void =>
  rmSync(at('site', '.wrangler', 'deploy'), { recursive: true, force: true });

/**
 * Builds the site unless nothing it is made of changed.
 * @param origin the address in canonical links and share pictures, such as https://teto-egen.pages.dev
 * @param output the Pages folder; a deployment has its own, so that it never replaces the one being served here
 */
export async function buildSite(origin = 'http://localhost:8788', output = pages): Promise<void> {
  const stamp = `${output}.built`;
  if (!existsSync(output)) rmSync(stamp, { force: true });
  const since = performance.now();
  const built = await unlessUnchanged(stamp, `${fingerprint(...inputs)} ${origin}`, async () => {
    say(`building the site for ${origin} (astro build)`);
    await run('astro', ['build', '--root', 'site'], { env: { SITE_ORIGIN: origin, NODE_ENV: 'production' } });
    await assemblePages(at('site', 'dist'), at('site', 'worker'), output);
  });
  forgetBuildRedirect();
  say(built ? `site built in ${elapsed(since)}` : 'site: unchanged since the last build');
}
