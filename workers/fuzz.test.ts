import { env, exports } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { app } from './app.ts';
import { PROBLEMS, type ProblemBody } from './contract/problems.ts';
import { call } from './testing/api.ts';
import { brokenBody, fitting, nastyText, type Schema, spoilt } from './testing/hostile.ts';
import { begin, take } from './testing/take.ts';

const CASES = 100;

interface Operation {
  operationId: string;
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}

interface Sample {
  ids: string[];
  secret: string;
  body: Record<string, unknown>;
}

const document = await (await call('GET', '/api/v1/openapi.json')).json<{
  paths: Record<string, Record<string, Operation>>;
}>();
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    name: operation.operationId,
    path,
    method: method.toUpperCase(),
    operation,
  })),
);

/** Pages about the API itself: no input, hence no entry in the document. */
const PLAIN = ['/health', '/ready', '/api/v1/openapi.json', '/api/v1/docs', '/api/v1/problems'];

test('every route is an operation of the document, so none escapes what follows', () => {
  const documented = operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && !PLAIN.includes(path))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routes)].sort()).toEqual([...documented].sort());
});

// Real ids and secrets, so that the cases reach past the guards.
async function sampleFor(path: string): Promise<Sample> {
  if (path.includes('/sessions/{id}')) {
    const { id, secret } = await begin({ mode: 'quick' });
    return { ids: [id], secret, body: {} };
  }
  const { profile, session } = await take();
  const { id, slug } = profile;
  if (path.endsWith('/pdf')) {
    // A job under way: whether the browser works is another test's matter.
    const jobs = ['ko', 'en'].map((language) =>
      env.DB.prepare("INSERT INTO pdf_jobs VALUES (?, ?, 'queued', 0, ?)").bind(
        ...[`${id}/1/${language}`, id, Date.now()],
      ),
    );
    await env.DB.batch(jobs);
  }
  const ids = path.startsWith('/cards')
    ? [`${slug}.png`, `${slug}-square.png`]
    : path.includes('/assessments')
      ? ['teto-egen', 'other']
      : [id, slug ?? ''];
  return { ids, secret: session.secret, body: path.endsWith('/profiles') ? { session: session.id } : {} };
}

const latin1 = (text: string): string => text.replace(/[^\x20-\x7e\x80-\xff]/g, '?').trim();
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

function requests({ path, method, operation }: (typeof operations)[number], sample: Sample) {
  const { parameters = [], requestBody } = operation;
  const schema = requestBody?.content['application/json']?.schema;
  const id = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...sample.ids) },
    { weight: 2, arbitrary: nastyText.map(encoded) },
    { weight: 1, arbitrary: fc.constantFrom('%ff', '%', '%00', '%2e%2e%2f', 'a%2fb', ';', 'x'.repeat(3000)) },
  );
  const query = fc.tuple(
    ...parameters
      .filter((one) => one.in === 'query')
      .map(({ name, schema: one }) =>
        fc
          .oneof(fitting(one), nastyText, fc.constant(undefined))
          .map((value) => (value === undefined ? '' : `${name}=${encoded(String(value))}`)),
      ),
    fc.constantFrom('', '__proto__=1', 'x[]=1', 'lang=ko&lang=en', 'language=ko&language=en', '%ff=%'),
  );
  const own = (value: unknown) =>
    typeof value === 'object' && value && !Array.isArray(value) ? { ...value, ...sample.body } : value;
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const body = fc.oneof(
    {
      weight: 2,
      arbitrary: fitting(schema ?? {})
        .map(own)
        .map(json),
    },
    {
      weight: 3,
      arbitrary: spoilt(schema ?? {})
        .map(own)
        .map(json),
    },
    { weight: 1, arbitrary: brokenBody },
  );
  const odd = nastyText.map(latin1);
  const headers = fc.record(
    {
      authorization: fc.oneof(
        { weight: 4, arbitrary: fc.constant(`Bearer ${sample.secret}`) },
        { weight: 1, arbitrary: fc.constant(`Bearer ${'A'.repeat(43)}`) },
        { weight: 1, arbitrary: odd },
      ),
      'content-type': fc.oneof(
        { weight: 6, arbitrary: fc.constant('application/json') },
        { weight: 1, arbitrary: fc.constantFrom('text/plain', 'multipart/form-data', 'application/jsonx') },
        { weight: 1, arbitrary: odd },
      ),
      ...{ 'x-request-id': odd, 'if-none-match': odd, accept: odd, 'sec-websocket-protocol': odd },
      origin: fc.constantFrom('null', 'https://evil.example', env.SITE_ORIGIN, '%'),
      ...(method === 'GET' && { upgrade: fc.constantFrom('websocket', 'h2c') }),
    },
    { requiredKeys: ['authorization', 'content-type'] },
  );
  return fc.record({ id, query, headers, body }).map(({ id, query, headers, body }) => ({
    url: path.replace(/\{\w+\}/, id) + (query.some(Boolean) ? `?${query.filter(Boolean).join('&')}` : ''),
    method,
    headers,
    body: method === 'GET' ? null : body,
    straight: sample.ids.includes(id),
  }));
}

const BY_DESIGN = ['pdf_failed', 'unavailable'];
const LEAK = /\.[tj]s:\d|node_modules|\n\s+at |SQLITE|D1_ERROR|TypeError|ZodError/;

test.each(operations)('$name answers $method $path whatever is sent', async ({ ...one }) => {
  const sample = await sampleFor(one.path);
  const property = fc.asyncProperty(requests(one, sample), async ({ url, straight, ...init }) => {
    const response = await exports.default.fetch(new Request(`http://localhost:8788${url}`, init));
    const { status } = response;
    response.webSocket?.accept();
    response.webSocket?.close();
    const type = response.headers.get('content-type') ?? '';
    const text = /json|html/.test(type) ? await response.text() : ((await response.body?.cancel()) ?? '');
    expect(response.headers.get('x-request-id')).toMatch(/^[\w=-]{1,255}$/);
    if (straight) expect(Object.keys(one.operation.responses)).toContain(String(status));
    if (status < 400) {
      if (text) expect(() => JSON.parse(text)).not.toThrow();
      return;
    }
    expect(type).toBe('application/problem+json');
    expect(text).not.toMatch(LEAK);
    const problem = JSON.parse(text) as ProblemBody;
    expect(PROBLEMS[problem.code]?.status).toBe(status);
    expect(status < 500 || BY_DESIGN.includes(problem.code), text).toBe(true);
    if (status === 422) expect(problem.field).toMatch(/./);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
  await fc.assert(property, { numRuns: CASES });
});
