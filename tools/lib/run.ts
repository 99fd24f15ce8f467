import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { at, root } from './paths.ts';
import { Failure } from './say.ts';

/** The environment of every child: our tools first on the path, quiet, no telemetry, no stray downloads. */
export function environment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const bin = at('node_modules', '.bin');
  const path = process.env.PATH ?? '';
  return {
    ...process.env,
    PATH: path.startsWith(bin) ? path : `${bin}${delimiter}${path}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    PUPPETEER_SKIP_DOWNLOAD: '1',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_WRITE_LOGS: 'false',
    NO_UPDATE_NOTIFIER: '1',
    ...extra,
  };
}

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Show the output while it comes (it is collected as well). */
  show?: boolean;
  /** Text for the child's standard input. */
  input?: string;
}

export interface Outcome {
  code: number;
  /** Standard output alone, for reading JSON. */
  stdout: string;
  /** Standard output and error as they came. */
  output: string;
}

/** Runs a command to its end and collects its output; never throws for a non-zero exit code. */
export function attempt(command: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: environment(options.env),
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
      if (options.show) process.stdout.write(text);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (options.show) process.stderr.write(text);
    });
    child.stdin?.end(options.input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }));
  });
}

/** Runs a command; resolves with its output, throws a Failure that carries the output when it fails. */
export async function run(command: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  const outcome = await attempt(command, args, options);
  if (outcome.code !== 0) {
    const shown = options.show ? '' : `\n${outcome.output.trim()}`;
    throw new Failure(`${command} ${args.join(' ')} failed (exit ${outcome.code})${shown}`);
  }
  return outcome;
}
