import type { Context, Next } from 'hono';
import type { AppEnv } from '../context.ts';
import { sha256 } from './ids.ts';
import { Problem } from './problem.ts';
import { seal, unseal } from './seal.ts';

export const HEADER = 'idempotency-key';
export const KEY_PATTERN = /^[\w-]{16,64}$/;
/** A first request that has not answered after this long died; the next may try. */
const LEASE_MS = 60_000;

interface Row {
  body: string;
  answer: string | null;
  at: number;
}

/**
 * Runs a write once for each Idempotency-Key: sent again with the same key and body, it gets the same answer and nothing
 * happens twice. Only what succeeded is kept (a day, sealed); a refusal may be tried again. Without a key it just runs.
 */
export async function once(c: Context<AppEnv>, operation: string, next: Next): Promise<void> {
  const key = c.req.header(HEADER);
  if (key === undefined) return next();
  if (!KEY_PATTERN.test(key)) throw new Problem('invalid_field', { field: `header.${HEADER}` });
  const { env, now, user } = c.var.ctx;
  const id = await sha256([operation, user?.id ?? '', key].join('\n'));
  // With the key, which is kept nowhere: a password in the body could be guessed from a bare hash.
  const body = await sha256(`${key}\n${await c.req.text()}`);
  if (!(await claim(env.DB, { id, body, now }))) {
    c.res = await replay(env, id, body);
    return;
  }
  await next();
  if (c.error || !c.res.ok) {
    await env.DB.prepare('DELETE FROM idempotency_keys WHERE id = ?').bind(id).run();
    return;
  }
  const answer = JSON.stringify({ status: c.res.status, text: await c.res.clone().text() });
  await env.DB.prepare('UPDATE idempotency_keys SET answer = ? WHERE id = ?')
    .bind(await seal(env.SEAL_KEYS, id, answer), id)
    .run();
}

async function claim(db: D1Database, { id, body, now }: { id: string; body: string; now: number }) {
  const { results } = await db
    .prepare(
      `INSERT INTO idempotency_keys (id, body, at) VALUES (?1, ?2, ?3)
       ON CONFLICT (id) DO UPDATE SET at = ?3 WHERE answer IS NULL AND at < ?4 AND body = ?2 RETURNING id`,
    )
    .bind(id, body, now, now - LEASE_MS)
    .all();
  return results.length > 0;
}

async function replay({ DB, SEAL_KEYS }: Env, id: string, body: string): Promise<Response> {
  const row = await DB.prepare('SELECT body, answer, at FROM idempotency_keys WHERE id = ?')
    .bind(id)
    .first<Row>();
  if (row && row.body !== body) throw new Problem('idempotency_mismatch', { field: `header.${HEADER}` });
  if (!row?.answer) throw new Problem('request_in_progress', { retryAfter: 1 });
  const { status, text } = JSON.parse(await unseal(SEAL_KEYS, id, row.answer)) as {
    status: number;
    text: string;
  };
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'idempotency-replayed': 'true',
  };
  return status === 204 ? new Response(null, { status, headers }) : new Response(text, { status, headers });
}
