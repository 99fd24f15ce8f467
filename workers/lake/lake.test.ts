import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { parquetMetadataAsync } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { backgroundContext, type Ctx } from '../context.ts';
import worker from '../index.ts';
import type { LakeSession, ResponsesMessage } from '../queues/messages.ts';
import { call } from '../testing/api.ts';
import { take } from '../testing/take.ts';
import { compactLake } from './compact.ts';
import { decodeSessions, encodeSessions } from './parquet.ts';
import { dayOf, folderOf, listParts } from './partition.ts';
import { readLake } from './read.ts';

const DAY = 86_400_000;
const ctxAt = (now: number): Ctx => ({ ...backgroundContext(env, createExecutionContext()), now });

const session = (name: string, more: Partial<LakeSession> = {}): LakeSession => ({
  key: name,
  person: name,
  mode: 'default',
  gender: 'none',
  acquiescence: 0.25,
  verdict: 'fits',
  answers: ['lead01', 'warm03', 'lead02'].map((item, index) => ({ item, category: index, ms: 900 + index })),
  ...more,
});

const message = (one: LakeSession, where: Partial<ResponsesMessage> = {}): ResponsesMessage => ({
  type: 'responses',
  assessment: 'teto-egen',
  version: 1,
  language: 'en',
  day: '2026-11-20',
  ...one,
  ...where,
});

async function deliver(bodies: unknown[], queue = 'teto-egen-responses') {
  const batch = createMessageBatch(
    queue,
    bodies.map((body) => ({ id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body })),
  );
  const execution = createExecutionContext();
  await worker.queue(batch, env, execution);
  return getQueueResult(batch, execution);
}

async function read(language: string, version = 1): Promise<LakeSession[]> {
  const found = new Map<string, LakeSession>();
  await readLake(ctxAt(Date.now()), { assessment: 'teto-egen', version, language }, (one) => {
    found.set(one.person, one);
    return true;
  });
  return [...found.values()];
}

const bytesBelow = async (prefix: string): Promise<string> => {
  const files = await Promise.all((await listParts(env, prefix)).map(({ key }) => env.FILES.get(key)));
  const buffers = await Promise.all(files.map((file) => file?.arrayBuffer() ?? new ArrayBuffer()));
  return buffers.map((one) => new TextDecoder('latin1').decode(one)).join();
};

test('what is written is read back the same, by any reader of Parquet', async () => {
  const sessions = [
    session('one'),
    session('two', { gender: 'female', mode: 'quick', person: 'zero', verdict: 'careless' }),
  ];
  const file = encodeSessions(sessions);
  expect(new TextDecoder().decode(file.slice(0, 4))).toBe('PAR1');
  expect(await decodeSessions(file)).toEqual(sessions);
  const { num_rows: rows, schema } = await parquetMetadataAsync(file);
  expect(Number(rows)).toBe(6);
  expect(schema.slice(1).map(({ name, type }) => `${name} ${type}`)).toEqual([
    ...['key BYTE_ARRAY', 'person BYTE_ARRAY', 'mode BYTE_ARRAY', 'gender BYTE_ARRAY', 'acquiescence FLOAT'],
    ...['verdict BYTE_ARRAY', 'position INT32', 'item BYTE_ARRAY', 'category INT32', 'ms INT32'],
  ]);
});

test('a part written before answers were judged is read all the same', async () => {
  const one = session('before');
  const columns = [
    'key',
    'person',
    'mode',
    'gender',
    'acquiescence',
    'position',
    'item',
    'category',
    'ms',
  ] as const;
  const file = parquetWriteBuffer({
    columnData: columns.map((name) => ({
      name,
      data: one.answers.map((answer, i) => ({ ...one, ...answer, position: i + 1 })[name]),
    })),
  });
  expect(await decodeSessions(file)).toEqual([{ ...one, verdict: null }]);
});

test('answers are kept in a few bytes each', () => {
  const items = Array.from({ length: 48 }, (_, index) => `item${index}`);
  const sessions = Array.from({ length: 500 }, (_, n) =>
    session(crypto.randomUUID().slice(0, 22), {
      answers: Array.from({ length: 24 }, (_, k) => ({
        item: items[(n * 7 + k * 5) % 48] ?? '',
        category: (n + k * k) % 5,
        ms: 1000 + ((n * 7919 + k * 104_729) % 9000),
      })),
    }),
  );
  expect(encodeSessions(sessions).byteLength / (500 * 24)).toBeLessThan(10);
});

test('a batch becomes one part a partition, and delivered again it adds nothing', async () => {
  const batch = [
    message(session('a')),
    message(session('b')),
    message(session('c'), { language: 'ko' }),
    message(session('a')),
  ];
  expect((await deliver(batch)).ackAll).toBe(true);
  await deliver(batch);
  await deliver([message(session('b'))]);
  const parts = await listParts(env, folderOf({ assessment: 'teto-egen', version: 1, language: 'en' }));
  expect(parts.map(({ folder, sessions }) => [folder, sessions])).toEqual([
    ['lake/responses/instrument=teto-egen/version=1/language=en/day=2026-11-20/', expect.any(Number)],
    ['lake/responses/instrument=teto-egen/version=1/language=en/day=2026-11-20/', expect.any(Number)],
  ]);
  expect((await read('en')).map(({ key }) => key).sort()).toEqual(['a', 'b']);
  expect(await read('ko')).toEqual([session('c')]);
});

test('somebody who went on from a result counts once, with all the answers', async () => {
  const more = [...session('d').answers, { item: 'warm01', category: 4, ms: 1200 }];
  await deliver([message(session('d2', { person: 'd', answers: more }), { version: 5, day: '2026-11-19' })]);
  await deliver([message(session('d'), { version: 5 })]);
  expect((await read('en', 5)).map(({ key, answers }) => [key, answers.length])).toEqual([['d2', 4]]);
});

test('a message that cannot be written is retried alone; a dead one keeps nobody’s answers', async () => {
  const broken = { ...message(session('e'), { version: 6 }), answers: null };
  const result = await deliver([broken, message(session('f'), { version: 6 })]);
  expect(result.explicitAcks).toHaveLength(1);
  expect(result.retryMessages).toHaveLength(1);
  expect((await read('en', 6)).map(({ key }) => key)).toEqual(['f']);
  await deliver([message(session('canary'))], 'teto-egen-responses-dead');
  const kept = await env.DB.prepare('SELECT body FROM dead_letters').first<string>('body');
  expect(JSON.parse(kept ?? '')).toEqual({
    ...{ type: 'responses', assessment: 'teto-egen', version: 1, language: 'en', day: '2026-11-20' },
  });
});

test('compaction makes one part of a day and loses nothing', async () => {
  const where = { version: 7 };
  const names = ['g', 'h', 'i', 'j'];
  for (const name of names) await deliver([message(session(name), where)]);
  await deliver([message(session('g'), where), message(session('h'), where)]);
  const folder = folderOf({ assessment: 'teto-egen', language: 'en', ...where });
  const before = await read('en', 7);
  expect(await listParts(env, folder)).toHaveLength(5);
  await compactLake(ctxAt(Date.now()));
  expect(await listParts(env, folder)).toMatchObject([{ sessions: 4 }]);
  const byKey = (a: LakeSession, b: LakeSession) => (a.key < b.key ? -1 : 1);
  expect((await read('en', 7)).sort(byKey)).toEqual(before.sort(byKey));
  expect(await compactLake(ctxAt(Date.now()))).toEqual({ folders: 0, dropped: 0 });
});

test('a completed test reaches the lake without anything that leads to its taker, and goes with its deletion', async () => {
  const {
    profile,
    session: begun,
    answers,
  } = await take(undefined, {
    language: 'ko',
    complete: { displayGender: 'female', nickname: 'canary' },
  });
  const day = dayOf(Date.now());
  const folder = folderOf({ assessment: 'teto-egen', version: 1, language: 'ko', day });
  await expect.poll(() => listParts(env, folder), { timeout: 20_000 }).toHaveLength(1);
  const [mine] = (await read('ko')).filter(({ key }) => key !== 'c');
  expect(mine).toMatchObject({ mode: 'default', gender: 'female', answers });
  const all = await bytesBelow(folder);
  for (const trace of [begun.id, begun.secret, profile.id, profile.slug ?? '', 'canary']) {
    expect(all).not.toContain(trace);
  }
  const key = mine?.key ?? '';
  expect(all).toContain(key);

  await deliver([message(session('other'), { language: 'ko', day })]);
  expect((await call('DELETE', `/api/v1/profiles/${profile.id}`, { secret: begun.secret })).status).toBe(204);
  expect((await read('ko')).map((one) => one.key).sort()).toEqual(['c', 'other']);
  expect((await compactLake(ctxAt(Date.now()))).dropped).toBe(1);
  expect(await bytesBelow('lake/')).not.toContain(key);
  expect((await read('ko')).map((one) => one.key).sort()).toEqual(['c', 'other']);

  // A copy that was still on its way: out of every reading at once, and of the bytes the night after.
  await deliver([message({ ...session('late'), key, person: key }, { language: 'ko', day })]);
  expect((await read('ko')).map((one) => one.key).sort()).toEqual(['c', 'other']);
  await compactLake(ctxAt(Date.now() + 9 * DAY));
  expect(await bytesBelow('lake/')).not.toContain(key);
  const graves = await env.DB.prepare('SELECT count(*) AS n FROM lake_tombstones').first<number>('n');
  expect(graves).toBe(0);
});
