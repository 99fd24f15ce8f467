// node bench/cpu-answers.ts: CPU of storing an answer batch, beside a bare object insert in the same workerd.
import type { Begun } from '../workers/contract/sessions.ts';
import { client, each, median } from './lib/http.ts';
import { plans } from './lib/plan.ts';
import { bundleWorker, freshState, startServer } from './lib/server.ts';

const SESSIONS = 200;
const ROUNDS = 7;
const SETTLE_MS = 400;
const LIMIT = 2;
const PORT = 8841;
const BARE_PORT = 8842;
const BATCH = 5;

// What anybody would write to keep something in an object: no checks, no secret, no second column.
const bareScript = `
import { DurableObject } from 'cloudflare:workers';
export class Bare extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body TEXT)');
  }
  insert(body) {
    this.ctx.storage.sql.exec('INSERT INTO rows (body) VALUES (?)', body);
    return 'stored';
  }
}
export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/hello') return new Response('hello');
    if (pathname === '/d1') return Response.json(await env.DB.prepare('SELECT 1 AS one').first());
    const stub = env.OBJECT.get(env.OBJECT.idFromName(pathname));
    return new Response(await stub.insert(await request.text()));
  },
};`;

const server = await startServer({
  bundle: bundleWorker(),
  persistTo: freshState('cpu'),
  port: PORT,
  bare: [{ name: 'bare', port: BARE_PORT, script: bareScript }],
});
const { send, close } = client(8);
const bare = `http://127.0.0.1:${BARE_PORT}`;
const api = `${server.url}/api/v1`;
const takers = plans(SESSIONS);

/** CPU microseconds of workerd a request. */
async function cost<T>(
  entries: readonly T[],
  work: (entry: T, index: number) => Promise<{ status: number; body: unknown }>,
) {
  // What the work before left behind is not ours.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const before = server.cpu();
  await each(entries, 8, async (entry, index) => {
    const { status, body } = await work(entry, index);
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  });
  return (server.cpu() - before) / entries.length;
}

async function begin() {
  const begun: (Begun & { address: string })[] = [];
  await each(takers, 8, async ({ seed, language, mode }, index) => {
    const address = `10.${index % 250}.${Math.floor(index / 250)}.${begun.length % 250}`;
    const { body } = await send<Begun>(`${api}/assessments/teto-egen/sessions`, {
      ...{ method: 'POST', address, body: { seed, language, mode } },
    });
    begun[index] = { ...body, address };
  });
  return begun;
}

/** Every taker's whole test in batches of `size`, in the order they go out: all first batches, then all second. */
function batches(size: number) {
  const longest = Math.max(...takers.map(({ answers }) => answers.length));
  return Array.from({ length: Math.ceil(longest / size) }, (_, step) =>
    takers.map(({ answers }, index) => ({ index, answers: answers.slice(step * size, (step + 1) * size) })),
  )
    .flat()
    .filter(({ answers }) => answers.length > 0);
}

type Batch = ReturnType<typeof batches>[number];

/** The same batches into bare objects: as many, made as shortly before, written as often. */
async function bareCost(name: string, work: readonly Batch[]): Promise<number> {
  const insert = (index: number, answers: unknown) =>
    send(`${bare}/${name}-${index}`, { method: 'POST', body: { answers } });
  await each(takers, 8, async (_, index) => {
    await insert(index, []);
  });
  return cost(work, ({ index, answers }) => insert(index, answers));
}

async function answerCost(work: readonly Batch[]): Promise<number> {
  const sessions = await begin();
  return cost(work, ({ index, answers }) => {
    const { id, secret, address } = sessions[index] as (typeof sessions)[number];
    return send(`${api}/sessions/${id}/answers`, { method: 'POST', secret, address, body: { answers } });
  });
}

const rows: { size: number; bare: number[]; ours: number[] }[] = [1, BATCH].map((size) => ({
  ...{ size, bare: [], ours: [] },
}));
const plain = { hello: [] as number[], d1: [] as number[] };
const idle = Array.from({ length: 3000 });
for (let round = -1; round < ROUNDS; round++) {
  const hello = await cost(idle, () => send(`${bare}/hello`));
  const d1 = await cost(idle, () => send(`${bare}/d1`));
  // The first round warms everything up.
  if (round >= 0) {
    plain.hello.push(hello);
    plain.d1.push(d1);
  }
  for (const { size, bare: inserts, ours } of rows) {
    const work = batches(size);
    const insert = await bareCost(`${size}-${round}`, work);
    const answer = await answerCost(work);
    if (round < 0) continue;
    inserts.push(insert);
    ours.push(answer);
  }
}

const show = (name: string, values: number[], ratio = ''): void => {
  const spread = `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;
  console.log(
    `${name.padEnd(32)} ${median(values).toFixed(0).padStart(5)} µs  ${spread.padStart(10)}  ${ratio}`,
  );
};
console.log(`CPU of workerd a request, median (range) of ${ROUNDS} rounds over ${SESSIONS} objects\n`);
show('hello', plain.hello);
show('bare D1 read', plain.d1);
let worst = 0;
for (const { size, bare: inserts, ours } of rows) {
  const ratio = median(ours.map((value, round) => value / (inserts[round] ?? Number.NaN)));
  worst = Math.max(worst, ratio);
  const what = size === 1 ? '1 answer' : `${size} answers`;
  show(`bare object insert, ${what}`, inserts, '1.00 ×');
  show(`answer batch, ${what}`, ours, `${ratio.toFixed(2)} ×`);
}
close();
await server.kill();
const verdict = worst <= LIMIT ? 'ok' : 'FAILED';
console.log(
  `\n${verdict}: an answer batch costs ${worst.toFixed(2)} × a bare object insert (limit ${LIMIT})`,
);
process.exit(worst <= LIMIT ? 0 : 1);
