import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { at, root } from './lib/paths.ts';
import { attempt } from './lib/run.ts';

const folders = [
  'workers',
  'durable',
  'psychometrics',
  'emblem',
  'instruments',
  'site',
  'tools',
  'e2e',
  'bench',
];

export interface Breach {
  rule: string;
  from: string;
  to: string;
}

interface Report {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
}

// dependency-cruiser does not read .astro files: their imports are held to the site's rule here.
function astroBreaches(base: string): Breach[] {
  const pages = globSync('site/**/*.astro', { cwd: base, exclude: (path) => /node_modules|dist/.test(path) });
  return pages.flatMap((from) => {
    const imports = readFileSync(join(base, from), 'utf8').matchAll(
      /^\s*import\s+(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm,
    );
    return [...imports].flatMap(([, path = '']) => {
      const to = normalize(join(dirname(from), path));
      const allowed = /^(site|workers\/contract|psychometrics|instruments|emblem)\//.test(to);
      return allowed ? [] : [{ rule: 'site-imports', from, to }];
    });
  });
}

/** Every import below `base` that crosses a border of .dependency-cruiser.mjs, and how many files were read. */
export async function findBreaches(base = root): Promise<{ breaches: Breach[]; modules: number }> {
  const present = folders.filter((folder) => existsSync(join(base, folder)));
  const args = ['--config', at('.dependency-cruiser.mjs'), '--output-type', 'json', ...present];
  const { stdout, output } = await attempt('depcruise', args, { cwd: base });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${output}`);
  const { summary } = JSON.parse(stdout) as Report;
  const breaches = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { breaches: [...breaches, ...astroBreaches(base)], modules: summary.totalCruised };
}
