import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { query, type Target } from './database.ts';
import { at, state } from './lib/paths.ts';
import { withLocalPlatform, workerModule } from './lib/platform.ts';
import { Failure, main, say } from './lib/say.ts';
import { quote } from './lib/sql.ts';

const usage = 'npm run publish-version -- <assessment> <version> [--env staging|production]';

interface Draft {
  status: string;
  bank: string;
  language: string;
  items: string;
  copy: string;
}

function wanted() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      env: { type: 'string' },
      state: { type: 'string', default: state },
      into: { type: 'string', default: at('instruments') },
    },
  });
  const [assessment = '', number = ''] = positionals;
  if (!/^[a-z][a-z0-9-]+$/.test(assessment) || !/^[1-9]\d*$/.test(number)) throw new Failure(usage);
  const { env } = values;
  if (env !== undefined && env !== 'staging' && env !== 'production') throw new Failure(usage);
  return { assessment, version: Number(number), env, persistTo: values.state, into: values.into };
}

/** A draft as a folder of instruments/, which the site builds from and deploy compares with what is out. */
function writeFolder(folder: string, rows: readonly Draft[]): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, json: string) =>
    writeFileSync(join(folder, name), `${JSON.stringify(JSON.parse(json), null, 2)}\n`);
  for (const { bank, language, items, copy } of rows) {
    write('bank.json', bank);
    write(`${language}.json`, items);
    write(`copy.${language}.json`, copy);
  }
}

interface Publishing {
  publishVersion(ctx: object, which: { assessment: string; version: number }): Promise<void>;
}

// An editor's act: the draft becomes files to read and commit. Here it is published at once; elsewhere by deploying.
await main(async () => {
  const { assessment, version, env, persistTo, into } = wanted();
  const target: Target = env ? { config: at('.local', 'deploy', env, 'wrangler.json'), env } : { persistTo };
  const rows = await query<Draft>(
    target,
    `SELECT v.status, v.bank, t.language, t.items, t.copy FROM assessment_versions v
     JOIN assessment_texts t ON t.assessment_id = v.assessment_id AND t.version = v.version
     WHERE v.assessment_id = ${quote(assessment)} AND v.version = ${version} ORDER BY t.language`,
  );
  if (rows[0]?.status !== 'draft')
    throw new Failure(`${assessment} v${version} is no draft in this database`);
  const folder = join(into, assessment, `v${version}`);
  if (existsSync(folder)) throw new Failure(`${folder} is there already`);
  writeFolder(folder, rows);
  say(`wrote ${folder}: read and commit it`);
  if (env) return say(`then publish it to ${env}: npm run deploy -- --env ${env}`);
  const { publishVersion } = await workerModule<Publishing>('workers/assessments/publish.ts');
  await withLocalPlatform(persistTo, (ctx) => publishVersion(ctx, { assessment, version }));
  say(`${assessment} v${version} is what new sessions of this machine get`);
});
