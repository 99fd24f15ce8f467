import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Order, Report, Row, RuntimeOptions } from './runtime.ts';

/** Where state lies while a benchmark runs; BENCH_STATE moves it to another disk, or to memory. */
const SCRATCH = process.env.BENCH_STATE ?? join('.local', 'bench');

export interface Server {
  url: string;
  /** Rows of a query on the product's D1. */
  query(sql: string): Promise<Row[]>;
  /** User and system time of workerd so far, in microseconds (Linux; counted in ticks of 10 ms). */
  cpu(): number;
  /** SIGKILL to workerd and what drives it, as a power cut would. */
  kill(): Promise<void>;
}

/** A new empty folder for the state of a server. */
export function freshState(name: string): string {
  const folder = join(SCRATCH, `${name}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Bundles the API Worker as a deployment would. Returns the folder. */
export function bundleWorker(): string {
  const folder = join(SCRATCH, 'bundle');
  rmSync(folder, { recursive: true, force: true });
  const wrangler = join('node_modules', 'wrangler', 'bin', 'wrangler.js');
  execFileSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--env=', '--outdir', folder], {
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
    stdio: 'pipe',
  });
  return folder;
}

const living = new Set<() => Promise<void>>();
process.once('exit', () => {
  for (const kill of living) void kill();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

function ask(child: ChildProcess, order: Order): Promise<Report> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null, signal: string | null): void =>
      reject(new Error(`the server ended: ${code ?? signal}`));
    child.once('exit', gone);
    child.once('message', (report: Report) => {
      child.off('exit', gone);
      if ('failed' in report) reject(new Error(report.failed));
      else resolve(report);
    });
    child.send(order);
  });
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** Starts the product's API, seeded, and any bare Workers beside it in the same workerd. */
export async function startServer(options: RuntimeOptions): Promise<Server> {
  const child = fork(join('bench', 'lib', 'runtime.ts'), {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the server did not start');
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL');
    await ended;
  };
  living.add(kill);
  void ended.then(() => living.delete(kill));
  await ask(child, { start: options });
  return {
    url: `http://127.0.0.1:${options.port}`,
    query: async (query) => {
      const report = await ask(child, { query });
      return 'rows' in report ? report.rows : [];
    },
    cpu: () => childrenOf(pid).reduce((sum, id) => sum + cpuOf(id), 0),
    kill,
  };
}
