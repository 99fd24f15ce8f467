import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { backgroundContext } from '../context.ts';
import { fromEdge, keepAtEdge } from './edge-cache.ts';

async function kept(still: boolean): Promise<Response | undefined> {
  const url = `http://localhost:8788/kept/${crypto.randomUUID()}`;
  const execution = createExecutionContext();
  const headers = {
    ...{ 'content-type': 'text/plain', 'cache-control': 'public, s-maxage=60', etag: '"1"' },
    ...{ 'x-request-id': 'first', 'access-control-allow-origin': 'https://one.example', vary: 'Origin' },
  };
  const ctx = backgroundContext(env, execution);
  keepAtEdge(ctx, url, new Response('told', { headers }), async () => still);
  await waitOnExecutionContext(execution);
  return fromEdge(url);
}

test('what is kept for everybody carries nothing of the request that made it', async () => {
  const response = await kept(true);
  expect(await response?.text()).toBe('told');
  expect(response?.headers.get('etag')).toBe('"1"');
  for (const name of ['x-request-id', 'access-control-allow-origin', 'vary']) {
    expect(response?.headers.get(name), name).toBeNull();
  }
});

test('an answer that a change overtook is not kept', async () => {
  expect(await kept(false)).toBeUndefined();
});
