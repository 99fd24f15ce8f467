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

/** Every session answers its whole test in batches of `size`; returns the requests in the order they go out. */
async function batches(size: number) {
  const sessions = await begin();
  const longest = Math.max(...takers.map(({ answers }) => answers.length));
  return Array.from({ length: Math.ceil(longest / size) }, (_, step) =>
    sessions.map((session, index) => ({
      session,
      answers: takers[index]?.answers.slice(step * size, (step + 1) * size) ?? [],
    })),
  )
    .flat()
    .filter(({ answers }) => answers.length > 0);
}

const append = ({ session, answers }: Awaited<ReturnType<typeof batches>>[number]) =>
  send(`${api}/sessions/${session.id}/answers`, {
    ...{ method: 'POST', secret: session.secret, address: session.address, body: { answers } },
  });

const names = [
  'hello',
  'bare D1 read',
  'bare object insert',
  'answer batch of 1',
  `answer batch of ${BATCH}`,
] as const;
const seen = new Map<string, number[]>(names.map((name) => [name, []]));
const note = (name: (typeof names)[number], value: number) => seen.get(name)?.push(value);

for (let round = -1; round < ROUNDS; round++) {
  const single = await batches(1);
  const several = await batches(BATCH);
  const body = JSON.stringify({ answers: takers[0]?.answers.slice(0, BATCH) });
  const rows = Array.from({ length: single.length }, (_, index) => index % SESSIONS);
  const results = [
    await cost(rows, () => send(`${bare}/hello`)),
    await cost(rows, () => send(`${bare}/d1`)),
    await cost(rows, (index) => send(`${bare}/${round}-${index}`, { method: 'POST', body })),
    await cost(single, append),
    await cost(several, append),
  ];
  // The first round warms everything up.
  if (round >= 0) for (const [i, name] of names.entries()) note(name, results[i] ?? Number.NaN);
}
const base = seen.get('bare object insert') ?? [];
let worst = 0;
console.log(`CPU of workerd a request, median of ${ROUNDS} rounds over ${SESSIONS} objects\n`);
for (const name of names) {
  const values = seen.get(name) ?? [];
  const ratio = median(values.map((value, round) => value / (base[round] ?? Number.NaN)));
  if (name.startsWith('answer')) worst = Math.max(worst, ratio);
  const spread = `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;
  console.log(
    `${name.padEnd(20)} ${median(values).toFixed(0).padStart(6)} µs  ${spread.padStart(11)}  ${ratio.toFixed(2)} ×`,
  );
}
close();
await server.kill();
console.log(
  `\n${worst <= LIMIT ? 'ok' : 'FAILED'}: an answer batch costs ${worst.toFixed(2)} × a bare object insert (limit ${LIMIT})`,
);
process.exit(worst <= LIMIT ? 0 : 1);
