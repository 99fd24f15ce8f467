// node bench/kill.ts [kills] [writers]: SIGKILL at random while writers answer; what was acknowledged must be there.
// Writers behave as the page does: they keep what is not acknowledged, come back and send it again.
import { client, each } from './lib/http.ts';
import { plans } from './lib/plan.ts';
import { bundleWorker, freshState, type Server, startServer } from './lib/server.ts';
import { differs, insist, newTaker, openSocket, steps, type Taker } from './lib/taker.ts';

const KILLS = Number(process.argv[2] ?? 8);
const WRITERS = Number(process.argv[3] ?? 60);
const BATCH = 3;
const PORT = 8845;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const options = { bundle: bundleWorker(), persistTo: freshState('kill'), port: PORT, bare: [] };
const start = (): Promise<Server> => startServer(options);
let server = await start();
const { url } = server;
const { send, close } = client(WRITERS * 2);
let acknowledged = 0;
const { begin, append, complete, state } = steps(send, url, (kind) => {
  if (kind === 'answers') acknowledged++;
});

const failures: string[] = [];
const takers: Taker[] = [];
const patterns = plans(WRITERS);
let running = true;
let broken = 0;

const surely = <T>(step: () => Promise<T>): Promise<T> => insist(step, () => broken++);

async function answer(taker: Taker, bySocket: boolean): Promise<void> {
  while (taker.acked < taker.plan.answers.length) {
    if (!bySocket) {
      await surely(() => append(taker, BATCH));
      continue;
    }
    await surely(async () => {
      const socket = await openSocket(url, taker);
      while (taker.acked < taker.plan.answers.length) {
        await socket.append(taker, 1);
        acknowledged++;
      }
      socket.close();
    });
  }
}

async function write(lane: number): Promise<void> {
  for (let turn = 0; running; turn++) {
    const plan = patterns[(lane + turn) % patterns.length];
    if (!plan) return;
    const taker = newTaker(plan, takers.length);
    takers.push(taker);
    try {
      await surely(() => begin(taker));
      await answer(taker, lane % 2 === 1);
      await surely(() => complete(taker));
    } catch (error) {
      failures.push(`lane ${lane}: ${error}`);
    }
  }
}

const writing = Promise.all(Array.from({ length: WRITERS }, (_, lane) => write(lane)));
for (let kill = 1; kill <= KILLS; kill++) {
  await pause(500 + Math.random() * 3500);
  const before = { acknowledged, completed: takers.filter(({ completed }) => completed).length };
  await server.kill();
  await pause(Math.random() * 500);
  server = await start();
  console.log(
    `kill ${kill}: ${takers.length} sessions, ${before.acknowledged} acknowledgements, ${before.completed} results given so far`,
  );
}
await pause(1000);
running = false;
await writing;

let answers = 0;
let lost = 0;
const started = takers.filter(({ session }) => session !== null);
await each(started, 16, async (taker) => {
  const held = await state(taker);
  answers += taker.acked;
  lost += Math.max(0, taker.acked - held.seq);
  const wrong = differs(taker, held);
  if (wrong) failures.push(`${taker.session?.id}: ${wrong}`);
});
const completed = new Map(
  started.flatMap(({ completed: done, session }) => (done ? [[session?.id, done.profile.id]] : [])),
);
const recorded = () => server.query('SELECT session_id, id FROM profiles');
for (let tries = 0; tries < 60 && (await recorded()).length < completed.size; tries++) await pause(500);
const rows = await recorded();
const seen = new Map<unknown, number>();
for (const { session_id: session } of rows) seen.set(session, (seen.get(session) ?? 0) + 1);
const missing = [...completed].filter(
  ([session, id]) => !rows.some((row) => row.session_id === session && row.id === id),
);
const twice = [...seen.values()].filter((count) => count > 1).length;
if (missing.length > 0) failures.push(`${missing.length} completed sessions are not in D1`);
if (twice > 0) failures.push(`${twice} sessions are in D1 twice`);
if (rows.length !== completed.size) failures.push(`D1 holds ${rows.length} results of ${completed.size}`);

console.log(
  `\nkills ${KILLS}; calls broken by them ${broken}; sessions ${started.length}; acknowledged answers ${answers}`,
);
console.log(
  `acknowledged answers lost ${lost}; results in D1 ${rows.length} of ${completed.size}, twice ${twice}`,
);
close();
await server.kill();
for (const failure of failures.slice(0, 10)) console.log(failure);
console.log(failures.length ? 'FAILED' : 'ok: 0 acknowledged answers lost, each result in D1 exactly once');
process.exit(failures.length ? 1 : 0);
