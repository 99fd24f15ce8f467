// node bench/takers.ts [takers] [ms a tap]: takers answering at once through the real API; none lost, none twice.
// Half of them answer over a socket, one message a tap; half over HTTP, in batches. 0 ms a tap: as fast as it goes.
import { client, each, percentile } from './lib/http.ts';
import { plans } from './lib/plan.ts';
import { bundleWorker, freshState, startServer } from './lib/server.ts';
import { differs, insist, newTaker, openSocket, steps, type Taker } from './lib/taker.ts';

const COUNT = Number(process.argv[2] ?? 2000);
const TAP_MS = Number(process.argv[3] ?? 2000);
const BATCH = 4;
const PORT = 8843;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const server = await startServer({
  bundle: bundleWorker(),
  persistTo: freshState('takers'),
  port: PORT,
  bare: [],
});
const { send, close } = client(COUNT);
const times = new Map<string, number[]>();
const note = (kind: string, ms: number): void => {
  const kept = times.get(kind);
  if (kept) kept.push(ms);
  else times.set(kind, [ms]);
};
const { begin, append, complete, state } = steps(send, server.url, note);
const takers = plans(COUNT).map(newTaker);
const failures: string[] = [];
let broken = 0;
const surely = <T>(step: () => Promise<T>): Promise<T> => insist(step, () => broken++);

async function take(taker: Taker, index: number): Promise<void> {
  // People do not arrive in the same millisecond: they spread over one tap.
  await pause((TAP_MS * index) / COUNT);
  await surely(() => begin(taker));
  const { length } = taker.plan.answers;
  if (index % 2 === 0) {
    while (taker.acked < length) {
      await pause(TAP_MS * BATCH);
      await surely(() => append(taker, BATCH));
    }
  } else {
    await surely(async () => {
      const socket = await openSocket(server.url, taker);
      while (taker.acked < length) {
        await pause(TAP_MS);
        const began = performance.now();
        await socket.append(taker, 1);
        note('tap (socket)', performance.now() - began);
      }
      socket.close();
    });
  }
  await surely(() => complete(taker));
}

const began = performance.now();
const cpu = server.cpu();
await Promise.all(
  takers.map((taker, index) =>
    take(taker, index).catch((error) => {
      failures.push(`taker ${index}: ${error}`);
    }),
  ),
);
const seconds = (performance.now() - began) / 1000;
const spent = (server.cpu() - cpu) / 1e6;

// What is there afterwards: every answer as sent, every result in D1 once, every completion counted once.
let answers = 0;
await each(takers, 32, async (taker, index) => {
  if (!taker.session) return;
  const held = await state(taker);
  answers += held.answers.length;
  const wrong = differs(taker, held) ?? (held.status === 'completed' ? null : 'not completed');
  if (wrong) failures.push(`taker ${index}: ${wrong}`);
});
const counted = async (): Promise<number> => {
  const [row] = await server.query(
    `SELECT coalesce(sum(count), 0) AS n FROM rollups WHERE metric = 'assessment.completed'`,
  );
  return Number(row?.n);
};
for (let tries = 0; tries < 60 && (await counted()) < COUNT; tries++) await pause(500);
await pause(3000);
const [record] = await server.query(
  'SELECT count(*) AS n, count(DISTINCT session_id) AS sessions, count(DISTINCT slug) AS slugs FROM profiles',
);
const expected = takers.reduce((sum, { plan }) => sum + plan.answers.length, 0);
const ids = new Set((await server.query('SELECT id FROM profiles')).map(({ id }) => id));
const missing = takers.filter(({ completed }) => !ids.has(completed?.profile.id ?? '')).length;
if (missing > 0) failures.push(`${missing} results are not in D1`);
if (Number(record?.n) !== COUNT || record?.sessions !== record?.n || record?.slugs !== record?.n) {
  failures.push(`D1 holds ${JSON.stringify(record)}`);
}
if (answers !== expected) failures.push(`${answers} answers stored, ${expected} sent`);
if ((await counted()) !== COUNT) failures.push(`${await counted()} completions counted`);

console.log(
  `${COUNT} takers at once, ${TAP_MS} ms a tap: ${seconds.toFixed(1)} s, workerd ${spent.toFixed(1)} CPU-s\n`,
);
console.log(
  `${'call'.padEnd(14)} ${'calls'.padStart(7)} ${'p50 ms'.padStart(8)} ${'p99 ms'.padStart(8)} ${'max ms'.padStart(8)}`,
);
for (const [kind, values] of times) {
  if (kind === 'state') continue;
  const cells = [0.5, 0.99, 1].map((share) => percentile(values, share).toFixed(1).padStart(8));
  console.log(`${kind.padEnd(14)} ${String(values.length).padStart(7)} ${cells.join(' ')}`);
}
console.log(
  `\nanswers stored ${answers} of ${expected}; results in D1 ${record?.n} of ${COUNT}; counted ${await counted()}; connections broken and taken up again ${broken}`,
);
close();
await server.kill();
for (const failure of failures.slice(0, 10)) console.log(failure);
console.log(failures.length ? `FAILED: ${failures.length} invariants broken` : 'ok: none lost, none twice');
process.exit(failures.length ? 1 : 0);
