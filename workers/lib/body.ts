import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context.ts';
import { Problem } from './problem.ts';

/** What the guard refuses a body with. Every operation that may carry one documents them. */
export const BODY_PROBLEMS = ['malformed_json', 'body_too_large', 'unsupported_media_type'] as const;

/** Largest body of any operation, in bytes. */
export const MAX_BODY = 32 * 1024;

/** Refuses a body that is too large or not JSON before anything parses it. An empty body stands for `{}`. */
export const bodyGuard = createMiddleware<AppEnv>(async (c, next) => {
  const { method, headers } = c.req.raw;
  if (method !== 'POST' && method !== 'PUT' && method !== 'PATCH') return next();
  const text = await readText(c.req.raw);
  const type = headers.get('content-type') ?? '';
  if (text !== '' && !/^application\/json\s*(;|$)/i.test(type)) throw new Problem('unsupported_media_type');
  // What Hono's own reading would have left there: no second Request has to be built for the validators.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(text || '{}') });
  await next();
});

async function readText(request: Request): Promise<string> {
  const { body, headers } = request;
  if (!body) return '';
  const length = headers.get('content-length');
  if (Number(length ?? 0) > MAX_BODY) throw new Problem('body_too_large');
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  try {
    // HTTP holds a body to its declared length; one without has to be counted as it comes.
    const bytes = length === null ? await readAtMost(body, MAX_BODY) : await request.arrayBuffer();
    if (bytes.byteLength > MAX_BODY) throw new Problem('body_too_large');
    return decoder.decode(bytes);
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('malformed_json');
  }
}

async function readAtMost(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  let size = 0;
  for await (const chunk of stream) {
    if (size + chunk.byteLength > most) throw new Problem('body_too_large');
    bytes.set(chunk, size);
    size += chunk.byteLength;
  }
  return bytes.subarray(0, size);
}
