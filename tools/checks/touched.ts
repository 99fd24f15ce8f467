import { readdirSync } from 'node:fs';
import { at } from '../lib/paths.ts';
import { run } from '../lib/run.ts';

const SIGNING = ['signin', 'signin-provider', 'signup'];
const ACCOUNT = [
  ...['account', 'account-data', 'account-look', 'account-security', 'admin', 'history'],
  ...['two-people', 'whole-life'],
];
const TAKING = ['gesture', 'in-view', 'journey', 'keyboard', 'offline', 'resume', 'tap'];

/** Which specs look at what a path is part of; the first that fits counts. */
const AREAS: readonly [paths: RegExp, specs: readonly string[]][] = [
  [/\.test\.tsx?$|^(docs|bench|tools|\.github)\/|^[^/]+\.md$/, []],
  [/^site\/src\/account\/in\/|\/(signin|signup|reset)(\.astro|\/)/, ['axe', ...SIGNING]],
  [/^site\/src\/(account|admin)\/|\/(account|admin|history)(\.astro|\/)/, [...ACCOUNT, ...SIGNING]],
  [/^site\/src\/science\/|\/science\.astro/, ['science', 'science-calibrated']],
  [/^site\/src\/reference\//, ['reference']],
  [/^site\/src\/result\/|\/pages\/[^/]+\/r\//, ['axe', 'owner', 'pending', 'result', 'share']],
  [/^site\/src\/mine\/|\/me\.astro/, ['axe', 'history', 'owner', 'pages']],
  [/^site\/src\/test\/|\/test\.astro/, ['axe', ...TAKING]],
  [/^workers\/(auth|users|notifications)\//, [...ACCOUNT, ...SIGNING]],
  [/^workers\/(calibration|lake)\//, ['science-calibrated']],
  [/^workers\/profiles\//, ['owner', 'pending', 'result', 'share']],
];

/** What a browser shows, outside those areas: every spec. */
const SHOWN = /^(site|workers|durable|psychometrics|instruments|emblem|migrations|e2e)\/|^wrangler\.toml$/;

export const allSpecs = (): string[] =>
  readdirSync(at('e2e')).flatMap((name) => /^(.+)\.spec\.ts$/.exec(name)?.[1] ?? []);

/** The specs to run after a change of these files, each path from the root. */
export function specsTouched(files: readonly string[], all = allSpecs()): string[] {
  const touched = files.flatMap((file) => {
    const own = /^e2e\/([\w-]+)\.spec\.ts$/.exec(file)?.[1];
    if (own !== undefined) return [own];
    const area = AREAS.find(([paths]) => paths.test(file));
    return area?.[1] ?? (SHOWN.test(file) ? all : []);
  });
  return all.filter((name) => touched.includes(name));
}

/** Files that differ from a commit, whether committed since, staged, edited or new. */
export async function changedSince(commit: string): Promise<string[]> {
  const lists = await Promise.all([
    run('git', ['diff', '--name-only', commit]),
    run('git', ['ls-files', '--others', '--exclude-standard']),
  ]);
  return lists.flatMap(({ stdout }) => stdout.split('\n').filter(Boolean));
}
