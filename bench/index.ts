// npm run bench [name …]: runs the named benchmarks, or every one, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { at } from '../tools/lib/paths.ts';

const known = readdirSync(at('bench'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
  .map((file) => file.slice(0, -'.ts'.length));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark called ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  process.exit(2);
}
let failed = 0;
for (const name of asked.length > 0 ? asked : known) {
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(process.execPath, [at('bench', `${name}.ts`)], {
    stdio: 'inherit',
    cwd: at(),
  });
  if (status !== 0) failed++;
}
process.exit(failed > 0 ? 1 : 0);
