import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Breach, findBreaches } from './layers.ts';
import { at } from './lib/paths.ts';

/** Rule · a file that breaks it · what it imports. Every rule of .dependency-cruiser.mjs has one. */
const broken = [
  ['no-circles', 'bench/round.ts', './round-back.ts'],
  ['resolvable', 'bench/lost.ts', './nowhere.ts'],
  ['psychometrics-is-pure', 'psychometrics/peek.ts', '../emblem/draw.ts'],
  ['cli-imports', 'psychometrics/cli/peek.ts', '../../emblem/draw.ts'],
  ['cli-is-an-end', 'workers/profiles/command.ts', '../../psychometrics/cli/run.ts'],
  ['emblem-is-pure', 'emblem/peek.ts', '../psychometrics/model.ts'],
  ['instruments-are-data', 'instruments/peek.ts', '../emblem/draw.ts'],
  ['site-imports', 'site/src/peek.ts', '../../workers/lib/ids.ts'],
  ['site-imports', 'site/src/pages/peek.astro', '../../../workers/db/tables.ts'],
  ['contract-types-only', 'site/src/schemas.ts', '../../workers/contract/score.ts'],
  ['workers-imports', 'workers/profiles/bundle.ts', '../../instruments/teto/bank.json'],
  ['durable-imports', 'durable/session/table.ts', '../../workers/db/tables.ts'],
  ['objects-by-client', 'workers/profiles/inside.ts', '../../durable/session/store.ts'],
  ['contract-is-bottom', 'workers/contract/up.ts', '../lib/ids.ts'],
  ['lib-is-bottom', 'workers/lib/up.ts', '../profiles/share.ts'],
  ['db-is-bottom', 'workers/db/up.ts', '../profiles/share.ts'],
  ['api-without-drizzle', 'workers/api/query.ts', 'drizzle-orm'],
  ['verbs-without-hono', 'workers/profiles/route.ts', 'hono'],
  ['lower-not-api', 'workers/lib/mount.ts', '../api/profiles.ts'],
  ['itty-behind-adapter', 'durable/tally/direct.ts', 'itty-durable'],
  ['no-tests-in-product', 'workers/profiles/helped.ts', '../testing/factory.ts'],
  ['no-dev-packages', 'workers/profiles/tool.ts', 'wrangler'],
  ['no-unlisted-packages', 'tools/borrowed.ts', 'nanoid'],
] as const;

const allowed = [
  [
    'site/src/types.ts',
    `import type { Score } from '../../workers/contract/score.ts';\nexport type Mine = Score;\n`,
  ],
  ['site/src/engine.ts', `import '../../psychometrics/model.ts';\nimport '../../emblem/draw.ts';\n`],
  ['workers/api/profiles.ts', `import 'hono';\nimport '../profiles/share.ts';\n`],
  [
    'workers/profiles/share.ts',
    `import 'drizzle-orm';\nimport '../db/tables.ts';\nimport '../lib/ids.ts';\nimport '../../durable/session/client.ts';\n`,
  ],
  [
    'durable/session/object.ts',
    `import 'cloudflare:workers';\nimport '../../psychometrics/model.ts';\nimport './store.ts';\n`,
  ],
  ['durable/itty.ts', `import 'itty-durable';\n`],
  [
    'psychometrics/cli/main.ts',
    `import 'node:stream/consumers';\nimport 'zod';\nimport '../model.ts';\nimport './run.ts';\n`,
  ],
  ['workers/profiles/share.test.ts', `import '../testing/factory.ts';\nimport 'vitest';\n`],
] as const;

const leaves = [
  'psychometrics/model.ts',
  'psychometrics/cli/run.ts',
  'emblem/draw.ts',
  'workers/lib/ids.ts',
  'workers/db/tables.ts',
  'workers/testing/factory.ts',
  'durable/session/store.ts',
  'durable/session/client.ts',
];

let folder: string;
let breaches: Breach[];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  symlinkSync(at('node_modules'), join(folder, 'node_modules'));
  for (const name of ['package.json', 'tsconfig.json']) cpSync(at(name), join(folder, name));
  for (const leaf of leaves) write(leaf, 'export const leaf = 1;\n');
  write('workers/contract/score.ts', 'export interface Score { value: number }\nexport const schema = 1;\n');
  write('instruments/teto/bank.json', '{}');
  write('bench/round-back.ts', `import './round.ts';\n`);
  for (const [path, text] of allowed) write(path, text);
  for (const [, path, target] of broken) {
    write(path, path.endsWith('.astro') ? `---\nimport '${target}';\n---\n` : `import '${target}';\n`);
  }
  ({ breaches } = await findBreaches(folder));
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(broken)('%s stops %s', (rule, path) => {
  expect(
    breaches.filter(({ from, to }) => from === path || to === path).map((breach) => breach.rule),
  ).toContain(rule);
});

test('what may be imported is let through', () => {
  const fine = new Set<string>(allowed.map(([path]) => path));
  expect(breaches.filter(({ from }) => fine.has(from))).toEqual([]);
});

test('every rule is broken here once', () => {
  const rules = [
    ...readFileSync(at('.dependency-cruiser.mjs'), 'utf8').matchAll(/forbid\(\s*'([\w-]+)'/g),
  ].map((found) => found[1]);
  expect(rules.length).toBeGreaterThan(15);
  expect([...new Set(broken.map(([rule]) => rule))].sort()).toEqual([...rules].sort());
});
