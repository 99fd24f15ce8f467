// Runs on whatever Node the machine has (20 or newer) and imports nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';

/** The environment of every child: our tools first on the path, no downloads besides packages, no chatter. */
function environment() {
  return {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    PUPPETEER_SKIP_DOWNLOAD: '1',
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_WRITE_LOGS: 'false',
    NO_UPDATE_NOTIFIER: '1',
  };
}

/**
 * True when every package the lock file names is in node_modules at that version (optional ones of other
 * platforms aside). Compares npm's own record, so an interrupted or older install is noticed.
 */
export function installed(base = root) {
  const record = join(base, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(base, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? Boolean(optional || devOptional) : found.version === version;
  });
}

function nodeOfProject() {
  return join(bin, windows ? 'node.cmd' : 'node');
}

function nodeRuns() {
  return spawnSync(nodeOfProject(), ['--version'], { shell: windows }).status === 0;
}

/** Installs the packages when they are missing or older than the lock file. Exits when that fails. */
export function install() {
  if (installed() && nodeRuns()) return;
  // On stderr, stdin untouched: a command's own output and input may be a document.
  console.error(
    '· installing the packages of package-lock.json (npm ci, the first time takes a minute or two)',
  );
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (npm.status !== 0) {
    console.error(
      '✗ npm ci failed; its message is above. The npm registry must be reachable the first time.',
    );
    process.exit(1);
  }
  if (!nodeRuns()) {
    console.error('✗ the package "node" brought no working Node 24: run `npm rebuild node`, then try again.');
    process.exit(1);
  }
}

/**
 * Installs what is missing, then runs a TypeScript script of tools/ under the project's own Node 24.
 * @param {string} script path under the project's root
 * @param {string[]} args
 */
export function runUnderOwnNode(script, args = process.argv.slice(2)) {
  install();
  const child = spawn(nodeOfProject(), [join(root, script), ...args], {
    cwd: root,
    env: environment(),
    stdio: 'inherit',
    shell: windows,
  });
  // The child has the same terminal and gets Ctrl-C itself; we only wait for it to tidy up.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
