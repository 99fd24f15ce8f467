import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  listDurableObjectIds,
  runInDurableObject,
} from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import worker from '../../../index.ts';
import type { MailMessage, RightsMessage } from '../../../queues/messages.ts';
import { makePerson } from '../../../testing/people.ts';
import { take } from '../../../testing/take.ts';

/** Somebody with an account that keeps one result. */
export async function keeper(complete: object = {}) {
  const person = await makePerson();
  const taken = await take(undefined, { complete });
  await env.DB.prepare('UPDATE profiles SET user_id = ? WHERE id = ?')
    .bind(person.id, taken.profile.id)
    .run();
  return { ...person, ...taken };
}

/** Delivers a message as the queue would, to a Worker whose parts can be replaced. */
export async function deliver(body: RightsMessage, { attempts = 1, from = {} as object } = {}) {
  const batch = createMessageBatch('teto-egen-rights', [{ id: 'm', timestamp: Date.now(), attempts, body }]);
  const execution = createExecutionContext();
  await worker.queue(batch, { ...env, ...from } as Env, execution);
  return getQueueResult(batch, execution);
}

/** A queue that only remembers what was sent. */
export function queueOf<Message>() {
  const sent: Message[] = [];
  return { sent, send: async (message: Message) => void sent.push(message) };
}

export const noBrowser = { BROWSER: { fetch: async () => new Response('down', { status: 503 }) } };
export const mailBox = () => queueOf<MailMessage>();

/** The night, with whatever it puts into the queue delivered at once. */
export async function night(): Promise<void> {
  const messages: RightsMessage[] = [];
  const RIGHTS_QUEUE = {
    sendBatch: async (batch: { body: RightsMessage }[]) =>
      void messages.push(...batch.map((one) => one.body)),
  };
  await worker.scheduled(
    {} as ScheduledController,
    { ...env, RIGHTS_QUEUE } as unknown as Env,
    createExecutionContext(),
  );
  for (const message of messages) await deliver(message);
}

/** Moves the end of a deleted account's grace into the past. */
export const endGrace = (id: string) =>
  env.DB.prepare('UPDATE users SET delete_after = ? WHERE id = ?')
    .bind(Date.now() - 1, id)
    .run();

/** Everything stored anywhere, by its place: rows of D1, files of R2, values of KV, tables of every session. */
export async function everything(): Promise<[place: string, text: string][]> {
  return [...(await rowsOf()), ...(await filesOf()), ...(await valuesOf()), ...(await objectsOf())];
}

/** Where one of the texts is found. */
export async function traces(...texts: string[]): Promise<string[]> {
  const all = await everything();
  return all.filter(([, kept]) => texts.some((text) => kept.includes(text))).map(([place]) => place);
}

async function rowsOf(): Promise<[string, string][]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const rows = results.map(async ({ name }) => {
    const all = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    return all.results.map((row): [string, string] => [`D1 ${name}`, JSON.stringify(row)]);
  });
  return (await Promise.all(rows)).flat();
}

async function filesOf(): Promise<[string, string][]> {
  const { objects } = await env.FILES.list();
  const files = objects.map(async ({ key }): Promise<[string, string]> => {
    const bytes = await (await env.FILES.get(key))?.arrayBuffer();
    return [`R2 ${key}`, key + new TextDecoder('latin1').decode(bytes)];
  });
  return Promise.all(files);
}

async function valuesOf(): Promise<[string, string][]> {
  const { keys } = await env.PUBLISHED.list();
  return Promise.all(
    keys.map(
      async ({ name }): Promise<[string, string]> => [`KV ${name}`, name + (await env.PUBLISHED.get(name))],
    ),
  );
}

async function objectsOf(): Promise<[string, string][]> {
  const ids = await listDurableObjectIds(env.SESSIONS);
  const found = ids.map((id) =>
    runInDurableObject(env.SESSIONS.get(id), async (_, { storage }): Promise<[string, string]> => {
      const tables = storage.sql
        .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
        .toArray()
        .filter(({ name }) => !name.startsWith('_cf'));
      const rows = tables.map(({ name }) => storage.sql.exec(`SELECT * FROM "${name}"`).toArray());
      return [`object ${id}`, JSON.stringify([rows, [...(await storage.list())]])];
    }),
  );
  return Promise.all(found);
}
