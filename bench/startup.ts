// npm run bench startup: how long the API Worker takes to start, by wrangler's own profile of the bundle.
import { spawnSync } from 'node:child_process';
import { at, local } from '../tools/lib/paths.ts';

/** The platform refuses a Worker that needs longer than a second; 400 ms is ours. */
const LIMIT_MS = 400;

const profile = `${local}/startup.cpuprofile`;
const { stdout, status } = spawnSync('wrangler', ['check', 'startup', '--outfile', profile], {
  cwd: at(),
  encoding: 'utf8',
  env: { ...process.env, NO_COLOR: '1' },
});
const figure = (name: string): number =>
  Number(new RegExp(`${name}: ([\\d.]+) ms`).exec(stdout)?.[1] ?? Number.NaN);
const whole = figure('Profile window');
const active = figure('Active');
console.log(`API Worker   starts in ${whole} ms, ${active} ms of them active   (limit ${LIMIT_MS} ms)`);
if (status !== 0 || !(whole < LIMIT_MS)) {
  console.error(stdout);
  process.exit(1);
}
