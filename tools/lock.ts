import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './lib/paths.ts';
import { say } from './lib/say.ts';

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

export type Packages = Record<string, Entry>;

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
// workerd's own spelling.
const aliases: Record<string, string> = { windows: 'win32', '64': 'x64' };
const libraries: Record<string, string> = { gnu: 'glibc', musl: 'musl' };

// As node resolves: beside the package, then in each folder above it, nearest first.
function resolved(packages: Packages, from: string, name: string): Entry | undefined {
  const parts = from === '' ? [] : from.split('/node_modules/');
  for (let depth = parts.length; depth >= 0; depth--) {
    const folder = parts.slice(0, depth).join('/node_modules/');
    const found = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (found) return found;
  }
  return undefined;
}

const exact = (version: string): boolean => /^\d+\.\d+\.\d+/.test(version);

export interface Missing {
  from: string;
  name: string;
  version: string;
}

/** Optional packages that an entry names but the lock file does not hold: binaries of other platforms. */
export function missingOptionals(packages: Packages): Missing[] {
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => {
        const found = resolved(packages, from, name);
        return !found || (exact(version) && found.version !== version);
      })
      .map(([name, version]) => ({ from, name, version })),
  );
}

/** The lock entry of a binary package, its platform read from the name as every such family spells it. */
export function platformEntry({ name, version }: Missing, dev: boolean): Entry {
  if (!exact(version)) throw new Error(`${name}: ${version} is no exact version`);
  const words = name.split(/[-/]/).map((word) => aliases[word] ?? word);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  const libc = words.flatMap((word) => libraries[word] ?? []);
  if (cpu.length !== 1) throw new Error(`${name}: its platform cannot be read from its name`);
  return {
    version,
    cpu,
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

/** The packages with an entry for every missing optional one, in npm's order. */
export function completed(packages: Packages): Packages {
  const added = missingOptionals(packages).map((missing): [string, Entry] => {
    // npm puts a binary next to the package that asks for it.
    const beside = missing.from.slice(0, missing.from.lastIndexOf('node_modules/'));
    return [
      `${beside}node_modules/${missing.name}`,
      platformEntry(missing, packages[missing.from]?.dev ?? false),
    ];
  });
  const all = Object.entries({ ...packages, ...Object.fromEntries(added) });
  return Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
}

// npm leaves out packages its registry did not answer for (a mirror without other platforms'), then `npm ci` refuses
// the file everywhere. `npm run lock` after an install puts them back.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = at('package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Packages };
  const count = missingOptionals(lock.packages).length;
  if (count > 0)
    writeFileSync(path, `${JSON.stringify({ ...lock, packages: completed(lock.packages) }, null, 2)}\n`);
  say(`package-lock.json: ${count} packages of other platforms added`);
}
