// npm run bench cpu-reads: CPU of a result's data and of a kept card, beside a bare D1 read in the same workerd.
import type { Begun, Completed } from '../workers/contract/sessions.ts';
import { client, each, median } from './lib/http.ts';
import { plans } from './lib/plan.ts';
import { bundleWorker, freshState, startServer } from './lib/server.ts';

const PEOPLE = 300;
const ROUNDS = 5;
const REPEATS = 1500;
const SETTLE_MS = 400;
const PORT = 8843;
const BARE_PORT = 8844;

// What anybody would write to answer with one row of a table.
const bareScript = `
import { DurableObject } from 'cloudflare:workers';
export class Bare extends DurableObject {}
export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (request.method === 'POST') {
      await env.DB.exec('CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, body TEXT)');
      const text = await request.text();
      await env.DB.prepare('INSERT OR REPLACE INTO rows VALUES (?, ?)').bind(pathname, text).run();
      return new Response('stored');
    }
    const row = await env.DB.prepare('SELECT * FROM rows WHERE id = ?').bind(pathname).first();
    return Response.json(row);
  },
};`;

const server = await startServer({
  bundle: bundleWorker(),
  persistTo: freshState('reads'),
  port: PORT,
  bare: [{ name: 'bare', port: BARE_PORT, script: bareScript }],
});
const { send, close } = client(8);
const bare = `http://127.0.0.1:${BARE_PORT}`;
const api = `${server.url}/api/v1`;

/** CPU microseconds of workerd a request. */
async function cost(paths: readonly string[]): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const before = server.cpu();
  await each(paths, 8, async (path) => {
    const { status } = await send(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
  });
  return (server.cpu() - before) / paths.length;
}

async function results(round: number): Promise<string[]> {
  const slugs: string[] = [];
  await each(plans(PEOPLE), 8, async ({ seed, language, mode, answers }, index) => {
    const address = `10.${round}.${Math.floor(index / 50)}.${index % 50}`;
    const begun = await send<Begun>(`${api}/assessments/teto-egen/sessions`, {
      ...{ method: 'POST', address, body: { seed, language, mode } },
    });
    const { id, secret } = begun.body;
    const session = `${api}/sessions/${id}`;
    await send(`${session}/answers`, { method: 'POST', secret, address, body: { answers } });
    const done = await send<Completed>(`${session}/complete`, { method: 'POST', secret, address, body: {} });
    slugs.push(done.body.profile.slug ?? '');
  });
  return slugs;
}

const again = (paths: readonly string[]): string[] =>
  Array.from({ length: REPEATS }, (_, index) => paths[index % paths.length] ?? '');
const rows = new Map<string, number[]>();
const note = (name: string, value: number): void => void rows.set(name, [...(rows.get(name) ?? []), value]);

for (let round = -1; round < ROUNDS; round++) {
  const slugs = await results(round + 1);
  const data = slugs.map((slug) => `${api}/profiles/${slug}`);
  const cards = slugs.slice(0, 3).map((slug) => `${server.url}/cards/${slug}.png`);
  const sample = JSON.stringify((await send(data[0] ?? '')).body);
  const bares = slugs.map((slug) => `${bare}/${slug}`);
  await each(bares, 8, async (path) => {
    await send(path, { method: 'POST', body: sample });
  });
  const read = await cost(again(bares));
  const fresh = await cost(data.slice(1));
  await each(data, 8, async (path) => {
    await send(path);
  });
  const kept = await cost(again(data));
  for (const card of cards) await send(card);
  const card = await cost(again(cards));
  // The first round warms everything up.
  if (round < 0) continue;
  note('bare D1 read', read);
  note('result data, not kept yet', fresh);
  note('result data, kept at the edge', kept);
  note('card, kept at the edge', card);
}
close();
await server.kill();

const LIMITS: Record<string, number> = {
  'result data, not kept yet': 2,
  'result data, kept at the edge': 2,
  'card, kept at the edge': 1,
};
const base = rows.get('bare D1 read') ?? [];
let failed = false;
console.log(`CPU of workerd a request, median of ${ROUNDS} rounds\n`);
for (const [name, values] of rows) {
  const ratio = median(values.map((value, round) => value / (base[round] ?? Number.NaN)));
  const limit = LIMITS[name];
  failed ||= limit !== undefined && !(ratio <= limit);
  const bound = limit === undefined ? '' : `(limit ${limit})`;
  console.log(
    `${name.padEnd(32)}${median(values).toFixed(0).padStart(6)} µs  ${ratio.toFixed(2)} ×  ${bound}`,
  );
}
process.exit(failed ? 1 : 0);
