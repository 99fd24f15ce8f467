import { cpSync, readdirSync, rmSync } from 'node:fs';
import { at, local } from '../lib/paths.ts';
import { attempt } from '../lib/run.ts';
import { one, type Result, sum } from './result.ts';

/** The bindings' types agree with wrangler.toml. */
async function bindings(): Promise<Result> {
  const { code, output } = await attempt('wrangler', ['types', 'workers/bindings.d.ts', '--check']);
  console.log(code === 0 ? 'workers/bindings.d.ts is up to date' : `${output.trim()}\nTo fix: npm run types`);
  return one(code === 0);
}

/** The migrations are whole, and say everything the tables say. */
async function migrations(): Promise<Result> {
  const { code, output } = await attempt('drizzle-kit', [
    'check',
    '--dialect',
    'sqlite',
    '--out',
    'migrations',
  ]);
  if (code !== 0) {
    console.log(output.trim());
    return one(false);
  }
  // drizzle-kit takes a relative folder only; a generated file there means a table changed without a migration.
  const copy = '.local/drizzle-check';
  rmSync(at(copy), { recursive: true, force: true });
  cpSync(at('migrations'), at(copy), { recursive: true });
  const before = readdirSync(at(copy)).length;
  const made = await attempt('drizzle-kit', [
    ...['generate', '--dialect', 'sqlite', '--schema', './workers/db/tables/*.ts', '--out', `./${copy}`],
  ]);
  const good = made.code === 0 && readdirSync(at(copy)).length === before;
  rmSync(at(copy), { recursive: true, force: true });
  console.log(
    good ? 'migrations/ says everything the tables say' : `${made.output.trim()}\nTo fix: npm run migration`,
  );
  return one(good);
}

/** Everything generated and committed is what its source gives today. */
export const generated = async (): Promise<Result> => sum([await bindings(), await migrations()]);

/** Where reports of runners go. */
export const reports = (name: string): string => `${local}/checks/${name}`;
