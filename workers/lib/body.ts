import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context.ts';
import { Problem } from './problem.ts';

/** Largest body of any operation, in bytes. */
export const MAX_BODY = 32 * 1024;

/** Refuses a body that is too large or not JSON before anything parses it. An empty body stands for `{}`. */
export const bodyGuard = createMiddleware<AppEnv>(async (c, next) => {
  const { method, body, headers } = c.req.raw;
  if (method !== 'POST' && method !== 'PUT' && method !== 'PATCH') return next();
  if (Number(headers.get('content-length') ?? 0) > MAX_BODY) throw new Problem('body_too_large');
  const text = body ? await readAtMost(body, MAX_BODY) : '';
  const type = headers.get('content-type') ?? '';
  if (text !== '' && !/^application\/json\s*(;|$)/i.test(type)) throw new Problem('unsupported_media_type');
  const withJson = new Headers(headers);
  withJson.set('content-type', 'application/json');
  c.req.raw = new Request(c.req.raw.url, {
    method,
    headers: withJson,
    body: text || '{}',
    cf: c.req.raw.cf ?? {},
  });
  await next();
});

async function readAtMost(stream: ReadableStream<Uint8Array>, most: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let size = 0;
  let text = '';
  try {
    for await (const chunk of stream) {
      size += chunk.byteLength;
      if (size > most) throw new Problem('body_too_large');
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('malformed_json');
  }
}
