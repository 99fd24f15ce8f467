import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { at } from './lib/paths.ts';
import { attempt } from './lib/run.ts';
import { say, warn } from './lib/say.ts';

const marker = '.miniflare-install-complete';
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), '.wrangler', 'chrome');
const family = `linux${process.arch === 'arm64' ? '_arm' : ''}`;

function onPath(name: string): string[] {
  return (process.env.PATH ?? '').split(':').map((folder) => join(folder, name));
}

function candidates(): string[] {
  return [
    process.env.CHROME_PATH ?? '',
    '/usr/bin/chromium',
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...globSync(join(homedir(), '.cache/ms-playwright/chromium-*/chrome-linux*/chrome')),
    ...globSync(
      join(homedir(), 'Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*'),
    ),
    // Downloaded by wrangler itself; our own stand-ins live there as well and must not point to themselves.
    ...globSync(join(cache, `${family}-*`, 'chrome-linux64', 'chrome')).filter((path) => !isStandIn(path)),
  ];
}

const standIn = (browser: string): string =>
  `#!/bin/sh\n# teto-egen: stands in for the Chrome that wrangler would download.\nexec "${browser}" ${
    process.getuid?.() === 0 ? '--no-sandbox ' : ''
  }--disable-quic "$@"\n`;

function isStandIn(path: string): boolean {
  return readFileSync(path).subarray(0, 200).includes('teto-egen: stands in');
}

/** The path of a Chromium or Chrome on this machine, or null. `CHROME_PATH` wins. */
export function findChromium(): string | null {
  return candidates().find((path) => path !== '' && existsSync(path)) ?? null;
}

/** What a person types to get the browser; the system's own package where there is one. */
export function remedy(): string {
  return existsSync('/usr/bin/apt-get')
    ? 'sudo apt-get install -y chromium'
    : 'npx playwright install chromium';
}

/** Finds Chromium, else installs it (Debian as root: apt; elsewhere: Playwright's download). Null when neither works. */
export async function ensureChromium(): Promise<string | null> {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium (apt-get, about a minute)');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await attempt('apt-get', ['update', '-qq'], { env });
    await attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  } else {
    say('installing Chromium (Playwright, once)');
    await attempt('playwright', ['install', 'chromium'], { env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '' } });
  }
  return findChromium();
}

/** Every Chrome build id that an installed miniflare asks for (wrangler and the test runner may differ). */
export function browserBuilds(): string[] {
  const owners = ['wrangler', '@cloudflare/vitest-pool-workers', 'miniflare'];
  const sources = owners.flatMap((owner) => {
    const manifest = at('node_modules', owner, 'package.json');
    return existsSync(manifest) ? [createRequire(manifest).resolve('miniflare')] : [];
  });
  const builds = [...new Set(sources)].map((source) => {
    const build = /BROWSER_VERSION = "([\d.]+)"/.exec(readFileSync(source, 'utf8'))?.[1];
    if (!build) throw new Error(`no Chrome build id found in ${source}`);
    return build;
  });
  return [...new Set(builds)];
}

/**
 * Puts an executable that runs `browser` where local Browser Rendering looks for its Chrome, unless a real one
 * is there. Linux only: elsewhere wrangler downloads its own on the first PDF.
 */
export function lendToBrowserRendering(browser: string): void {
  if (platform() !== 'linux') return;
  for (const build of browserBuilds()) {
    const path = join(cache, `${family}-${build}`, 'chrome-linux64', 'chrome');
    if (existsSync(path) && !isStandIn(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, standIn(browser));
    chmodSync(path, 0o755);
    // Without the marker one failed launch makes wrangler delete the folder and try to download.
    writeFileSync(join(dirname(dirname(path)), marker), '');
  }
}

/** Chromium found or installed and lent to Browser Rendering, or its absence said with the command that helps. */
export async function prepareChromium(): Promise<string | null> {
  const browser = await ensureChromium();
  if (!browser) {
    warn(`no Chromium here: everything works but PDFs and browser tests. To fix: ${remedy()}`);
    return null;
  }
  lendToBrowserRendering(browser);
  return browser;
}

/** The browser's own version line, for reports. */
export const chromiumVersion = (browser: string): string =>
  execFileSync(browser, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
