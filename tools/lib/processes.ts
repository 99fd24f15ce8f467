import { type ChildProcess, execFileSync } from 'node:child_process';
import { connect } from 'node:net';

/** All processes below `pid`, deepest last, as the operating system lists them now. */
export function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const line of execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n')) {
    const [child, parent] = line.trim().split(/\s+/).map(Number);
    if (child && parent) children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const found: number[] = [];
  const visit = (parent: number): void => {
    for (const child of children.get(parent) ?? []) {
      found.push(child);
      visit(child);
    }
  };
  visit(pid);
  return found;
}

/** Sends a signal to each process; those already gone are fine. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended between the listing and the signal.
    }
  }
}

/** Resolves when the child has ended. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** True when something on this machine already listens on the port. */
export function portBusy(port: number): Promise<boolean> {
  const tried = (host: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect({ port, host });
      const done = (busy: boolean): void => {
        socket.destroy();
        resolve(busy);
      };
      socket.once('connect', () => done(true));
      socket.once('error', () => done(false));
      socket.setTimeout(1000, () => done(false));
    });
  return Promise.all([tried('127.0.0.1'), tried('::1')]).then((found) => found.includes(true));
}
