import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './paths.ts';

const skipped = new Set(['node_modules', 'dist', '.astro', '.wrangler', '.local', '.git']);

function* files(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!skipped.has(name)) yield* files(join(path, name));
  }
}

/** SHA-256 (hex) of the names and bytes of all files under the paths, which are relative to the root. */
export function fingerprint(...paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of files(at(path)))
      hash
        .update(`${file.slice(at('').length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Runs `work` unless the stamp file already holds `print`; writes the stamp after success.
 * @returns true when the work was done, false when it was still good.
 */
export async function unlessUnchanged(
  stamp: string,
  print: string,
  work: () => Promise<void>,
): Promise<boolean> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
  return true;
}
