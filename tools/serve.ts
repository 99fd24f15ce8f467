import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { localPort } from '../workers/auth/oauth/traits.ts';
import { type Identity, startIdentity } from './doubles/identity/server.ts';
import { at, root } from './lib/paths.ts';
import { descendants, ended, portBusy, signalAll } from './lib/processes.ts';
import { environment } from './lib/run.ts';
import { Failure, warn } from './lib/say.ts';
import { forgetBuildRedirect } from './site.ts';

export interface ServeOptions {
  port: number;
  /** The folder of the local platform's state; a server keeps it to itself while it runs. */
  persistTo: string;
  /** Gets what the server prints once it is ready. */
  onOutput?: (text: string) => void;
  /** The API Worker alone: no site has to be built, and the night comes at `/cdn-cgi/local/scheduled`. */
  apiOnly?: boolean;
}

export interface Server {
  url: string;
  /** Address of the identity provider beside it, null when its port was taken. */
  identity: string | null;
  /** The wrangler process, leader of a process group of its own. */
  process: ChildProcess;
  /** Everything the server printed so far (the last 200,000 characters). */
  output(): string;
  /** Asks it to end and waits; kills what is still there after 5 s. */
  stop(): Promise<void>;
  /** SIGKILL to wrangler, workerd and any browser below them, as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Runs the site and the API in one local process on one port and waits until `/ready` answers 200.
 * @throws Failure when the port is taken, the server ends, or it is not ready in 90 s.
 */
export async function serve({ port, persistTo, onOutput, apiOnly }: ServeOptions): Promise<Server> {
  if (await portBusy(port))
    throw new Failure(`port ${port} is in use: stop what runs there, or choose another: PORT=8790 npm start`);
  forgetBuildRedirect();
  mkdirSync(persistTo, { recursive: true });
  const identity = await identityBeside(port);
  const child = spawn(
    process.execPath,
    [
      ...['--no-warnings', at('node_modules', 'wrangler', 'bin', 'wrangler.js')],
      ...(apiOnly
        ? ['dev', '-c', 'wrangler.toml', '--var', `SITE_ORIGIN:http://localhost:${port}`]
        : ['pages', 'dev', '-c', 'wrangler.toml', '-c', '../wrangler.toml']),
      ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'],
      ...['--persist-to', persistTo, '--log-level', 'log', '--show-interactive-dev-session=false'],
    ],
    {
      // wrangler takes the Pages config only from the folder it runs in.
      cwd: apiOnly ? root : at('site'),
      // Two servers on one machine must not find each other's Workers.
      env: environment({ WRANGLER_REGISTRY_PATH: join(persistTo, 'registry') }),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  let output = '';
  let ready = false;
  const hear = (text: string): void => {
    output = (output + text).slice(-200_000);
    if (ready) onOutput?.(text);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);

  const endAll = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    await Promise.all([end(child, port, signal), identity?.stop()]);
  };
  const server: Server = {
    url: `http://localhost:${port}`,
    identity: identity?.url ?? null,
    process: child,
    output: () => output,
    stop: () => endAll('SIGTERM'),
    kill: () => endAll('SIGKILL'),
  };
  const free = leaveNothingBehind(child);
  try {
    await untilReady(server, child);
  } catch (error) {
    await server.kill();
    throw error;
  } finally {
    free();
  }
  ready = true;
  return server;
}

/** What plays Google and the others for a product on `port`; the product works without it. */
async function identityBeside(port: number): Promise<Identity | null> {
  const products = ['localhost', '127.0.0.1'].map((host) => `http://${host}:${port}`);
  try {
    return await startIdentity(localPort(port), products);
  } catch {
    warn(
      `port ${localPort(port)} is in use: no local identity provider, so no signing in with Google and the others`,
    );
    return null;
  }
}

/**
 * A server lives in a process group of its own, so it would outlive us: when this process exits, it is killed. Until
 * the returned function is called, a signal to this process exits it; later its owner decides.
 */
function leaveNothingBehind(child: ChildProcess): () => void {
  const kill = (): void => {
    if (child.pid !== undefined) signalAll([child.pid, ...descendants(child.pid)], 'SIGKILL');
  };
  process.on('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const leave = (): void => process.exit(130);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
  };
}

async function untilReady(server: Server, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 90_000;
  let last = 'it never answered';
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Failure(`the server ended before it was ready:\n${server.output().trim().slice(-4000)}`);
    }
    // wrangler would wait for the file to be mended; nobody who starts the product does.
    if (/Build failed with \d+ error/.test(server.output())) {
      throw new Failure(`the product does not build:\n${server.output().trim().slice(-4000)}`);
    }
    try {
      const response = await fetch(`${server.url}/ready`, { signal: AbortSignal.timeout(5000) });
      const body = await response.text();
      if (response.ok) return;
      last = `/ready answers ${response.status}: ${body.slice(0, 1000)}`;
    } catch {
      // Nothing listens yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Failure(`the server was not ready in 90 s; ${last}\n${server.output().trim().slice(-4000)}`);
}

async function end(child: ChildProcess, port: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const tree = [pid, ...descendants(pid)];
  signalAll(tree, signal);
  const timer = setTimeout(() => signalAll(tree, 'SIGKILL'), 5000);
  await ended(child);
  // workerd holds the port a moment longer than wrangler lives.
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline && (await portBusy(port)))
    await new Promise((resolve) => setTimeout(resolve, 20));
  clearTimeout(timer);
}
