// npm run bench login: CPU of a login and of a refresh, beside a bare Worker and a bare D1 read in the same workerd.
import type { SignedIn } from '../workers/contract/auth.ts';
import { client, each, median } from './lib/http.ts';
import { bundleWorker, freshState, startServer } from './lib/server.ts';

const PEOPLE = 24;
const ROUNDS = 5;
const READS = 1000;
const REFRESHES = 300;
const SETTLE_MS = 400;
const PORT = 8845;
const BARE_PORT = 8846;
const PASSWORD = 'violet lanterns 29';
const WRONG = 'violet lanterns 30';
// argon2id of PASSWORD at m = 19456, t = 2, p = 1: what registration would have stored.
const HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$YmVuY2gtbG9naW4tc2FsdA$nfBb3AUPq0hWxEgV6QOB9aKNsCgbzy1OZfxcKiEer5I';

const bareScript = `
import { DurableObject } from 'cloudflare:workers';
export class Bare extends DurableObject {}
export default {
  async fetch(request, env) {
    if (new URL(request.url).pathname === '/hello') return new Response('hello');
    return Response.json(await env.DB.prepare('SELECT 1 AS one').first());
  },
};`;

const server = await startServer({
  bundle: bundleWorker(),
  persistTo: freshState('login'),
  port: PORT,
  bare: [{ name: 'bare', port: BARE_PORT, script: bareScript }],
});
const { send, close } = client(8);
const auth = `${server.url}/api/v1/auth`;
const bare = `http://127.0.0.1:${BARE_PORT}`;
const emailOf = (index: number): string => `bench-${index}@login.example`;
// Each request comes from an address of its own, or all of them meet the limits.
let requests = 0;
const address = (): string => {
  requests++;
  return `10.${(requests >> 16) & 255}.${(requests >> 8) & 255}.${requests & 255}`;
};

/** CPU microseconds of workerd a request. */
async function cost(times: number, work: (index: number) => Promise<number>, expected = 200) {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const before = server.cpu();
  await each(Array.from({ length: times }), 8, async (_, index) => {
    const status = await work(index);
    if (status !== expected) throw new Error(`answered ${status}, not ${expected}`);
  });
  return (server.cpu() - before) / times;
}

const login = (email: string, password: string) =>
  send<SignedIn>(`${auth}/login`, {
    ...{ method: 'POST', address: address() },
    body: { email, password, client: 'native' },
  });

const now = Date.now();
const people = Array.from({ length: PEOPLE }, (_, index) => {
  const id = `u_${'b'.repeat(20)}${index + 11}`;
  const preferences = '{"theme":"system","displayGender":"none","notifications":{},"analytics":false}';
  return `('${id}', '${emailOf(index)}', '${HASH}', 'ko', '${preferences}', ${now}, ${now})`;
});
await server.query(
  `INSERT INTO users (id, email, password_hash, language, preferences, created_at, updated_at) VALUES ${people.join(', ')}`,
);

const rows = new Map<string, number[]>();
for (let round = -1; round < ROUNDS; round++) {
  const refreshTokens: string[] = [];
  const figures: [string, number][] = [
    ['bare Worker', await cost(READS, async () => (await send(`${bare}/hello`)).status)],
    ['bare D1 read', await cost(READS, async () => (await send(`${bare}/d1`)).status)],
    [
      'login',
      await cost(PEOPLE, async (index) => {
        const { status, body } = await login(emailOf(index), PASSWORD);
        refreshTokens[index] = body.refreshToken ?? '';
        return status;
      }),
    ],
    [
      'login, wrong password',
      await cost(PEOPLE, async (index) => (await login(emailOf(index), WRONG)).status, 401),
    ],
    [
      'login, unknown address',
      await cost(PEOPLE, async (index) => (await login(`no-${round}-${emailOf(index)}`, WRONG)).status, 401),
    ],
  ];
  const lastOf = refreshTokens.map((token) => Promise.resolve(token));
  const refresh = async (index: number): Promise<number> => {
    const person = index % PEOPLE;
    const answer = (lastOf[person] ?? Promise.resolve('')).then((refreshToken) =>
      send<SignedIn>(`${auth}/refresh`, { method: 'POST', address: address(), body: { refreshToken } }),
    );
    lastOf[person] = answer.then(({ body }) => body.refreshToken ?? '');
    return (await answer).status;
  };
  figures.push(['refresh', await cost(REFRESHES, refresh)]);
  // The first round warms everything up.
  if (round < 0) continue;
  for (const [name, value] of figures) rows.set(name, [...(rows.get(name) ?? []), value]);
}
close();
await server.kill();

const base = rows.get('bare D1 read') ?? [];
console.log(`CPU of workerd a request, median of ${ROUNDS} rounds; times a bare D1 read of the same round\n`);
for (const [name, values] of rows) {
  const ratio = median(values.map((value, round) => value / (base[round] ?? Number.NaN)));
  console.log(
    `${name.padEnd(26)}${(median(values) / 1000).toFixed(2).padStart(8)} ms ${ratio.toFixed(1).padStart(8)} ×`,
  );
}

const of = (name: string): number => median(rows.get(name) ?? []);
const known = of('login, wrong password');
const unknown = of('login, unknown address');
const apart = Math.abs(known - unknown) / known;
console.log(`\nwrong password and unknown address: ${(apart * 100).toFixed(0)} % apart`);
