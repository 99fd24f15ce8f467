import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { call, problemOf } from './testing/api.ts';

const BEGIN = '/api/v1/assessments/teto-egen/sessions';

test('health says that it lives; ready names every binding', async () => {
  expect(await (await call('GET', '/health')).json()).toEqual({ status: 'ok' });
  const ready = await call('GET', '/ready');
  const { bindings } = await ready.json<{ bindings: Record<string, string> }>();
  expect(ready.status).toBe(200);
  expect(Object.keys(bindings)).toEqual(
    expect.arrayContaining(['DB', 'PUBLISHED', 'FILES', 'SESSIONS', 'TALLY', 'BROWSER']),
  );
  expect(new Set(Object.values(bindings))).toEqual(new Set(['ok']));
});

test('bodies that cannot be read are refused by name, never with a 500', async () => {
  const cases: [string, Record<string, string>, number, string][] = [
    ['{"language":', {}, 400, 'malformed_json'],
    ['\u0000', {}, 400, 'malformed_json'],
    ['language=ko', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    [`{"language":"${'x'.repeat(40_000)}"}`, {}, 413, 'body_too_large'],
    ['['.repeat(15_000), {}, 400, 'malformed_json'],
    ['{"language":"ko","mode":"slow"}', {}, 422, 'invalid_field'],
    ['{"language":"ko","__proto__":{"mode":"quick"}}', {}, 422, 'invalid_field'],
    ['{"language":"\\ud800"}', {}, 422, 'invalid_field'],
    ['', {}, 422, 'invalid_field'],
  ];
  for (const [body, headers, status, code] of cases) {
    const answer = await problemOf(await call('POST', BEGIN, { body, headers }));
    expect(answer, body.slice(0, 40)).toMatchObject({ status, code });
  }
});

test('an unknown address, assessment or version is its own problem', async () => {
  expect(await problemOf(await call('GET', '/api/v1/nothing'))).toMatchObject({ code: 'not_found' });
  expect(await problemOf(await call('GET', '/api/v1/assessments/other'))).toMatchObject({
    code: 'assessment_not_found',
  });
  expect(
    await problemOf(await call('GET', '/api/v1/assessments/teto-egen/questions?version=99')),
  ).toMatchObject({ code: 'version_not_found' });
  expect(
    await problemOf(await call('GET', '/api/v1/assessments/teto-egen/questions?language=fr')),
  ).toMatchObject({ code: 'version_not_found' });
  expect(
    await problemOf(await call('GET', '/api/v1/assessments/teto-egen/questions?language=12')),
  ).toMatchObject({ code: 'invalid_field', field: 'query.language' });
});

test('assessments and questions are what the instrument says, in both languages', async () => {
  const { items } = await (await call('GET', '/api/v1/assessments')).json<{
    items: {
      id: string;
      languages: string[];
      questions: Record<string, Record<string, { min: number; max: number }>>;
    }[];
  }>();
  expect(items).toMatchObject([{ id: 'teto-egen', languages: ['en', 'ko'] }]);
  expect(items[0]?.questions.ko?.default).toEqual({ min: 13, max: 25 });
  for (const language of ['ko', 'en']) {
    const answer = await call('GET', `/api/v1/assessments/teto-egen/questions?language=${language}`);
    const questions = await answer.json<{
      categories: string[];
      items: { role: string; text: string; a: number | null }[];
    }>();
    expect(questions.categories).toHaveLength(5);
    expect(questions.items.filter(({ role }) => role === 'scored')).toHaveLength(48);
    expect(questions.items.every(({ text }) => text.length > 3)).toBe(true);
  }
});

test('pages of other origins may not change anything, and every answer carries its safety headers', async () => {
  const foreign = await call('POST', BEGIN, {
    body: { language: 'ko' },
    headers: { origin: 'https://evil.example' },
  });
  expect(await problemOf(foreign)).toMatchObject({ status: 403, code: 'origin_not_allowed' });
  const home = await call('POST', BEGIN, { body: { language: 'ko' }, headers: { origin: env.SITE_ORIGIN } });
  expect(home.status).toBe(201);
  expect(home.headers.get('access-control-allow-origin')).toBe(env.SITE_ORIGIN);
  expect(home.headers.get('cache-control')).toBe('no-store');
  expect(home.headers.get('x-content-type-options')).toBe('nosniff');
  expect(home.headers.get('strict-transport-security')).toContain('max-age=');
  expect(home.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(home.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('an address that asks too often is told when to come back, and only that one', async () => {
  const ask = (address: string) =>
    call('GET', '/api/v1/assessments', { headers: { 'cf-connecting-ip': address } });
  let refused: Response | undefined;
  // The minute the platform counts in may turn over once on the way.
  for (let turn = 0; turn < 210 && !refused; turn++) {
    const answer = await ask('2001:db8:1:2::7');
    if (answer.status === 429) refused = answer;
  }
  expect(refused?.headers.get('retry-after')).toBe('60');
  expect((await ask('2001:db8:1:2:ffff::1')).status).toBe(429);
  expect((await ask('2001:db8:1:3::7')).status).toBe(200);
  expect((await ask('203.0.113.9')).status).toBe(200);
  const address = { 'cf-connecting-ip': '2001:db8:1:2::7', 'x-forwarded-for': '203.0.113.10' };
  expect((await call('GET', '/ready', { headers: address })).status).toBe(429);
  expect((await call('GET', '/health', { headers: address })).status).toBe(200);
});

test('the browsable reference may load its own script, and nothing else may', async () => {
  const docs = await call('GET', '/api/v1/docs');
  expect(docs.headers.get('content-type')).toContain('text/html');
  expect(docs.headers.get('content-security-policy')).toContain("script-src 'self'");
  const other = await call('GET', '/api/v1/problems');
  expect(other.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
});

test('the OpenAPI document describes every route with the schemas that validate', async () => {
  const document = await (await call('GET', '/api/v1/openapi.json')).json<{
    openapi: string;
    paths: Record<string, Record<string, { operationId?: string; responses: object }>>;
    components: { schemas: Record<string, unknown> };
  }>();
  expect(document.openapi).toBe('3.1.0');
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  );
  expect(ids).toEqual(
    expect.arrayContaining([
      'beginSession',
      'appendAnswers',
      'openSocket',
      'completeSession',
      'deleteSession',
      'getSession',
      'createProfile',
      'getProfile',
      'updateProfile',
      'deleteProfile',
      'shareProfile',
      'revokeShare',
      'getPdf',
      'getCard',
      'recordEvents',
      'listAssessments',
      'getAssessment',
      'getQuestions',
      'getTally',
    ]),
  );
  expect(new Set(ids).size).toBe(ids.length);
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    expect(document.components.schemas).toHaveProperty([name ?? '']);
  }
  expect(text).toContain('secret_wrong');
});

test('every answer, a refusal too, carries the id of its request', async () => {
  for (const path of ['/health', '/api/v1/nothing', '/api/v1/assessments/other', '/cards/nope.png']) {
    const answer = await call('GET', path, { headers: { 'x-request-id': 'mine-1' } });
    expect(answer.headers.get('x-request-id'), path).toBe('mine-1');
  }
});

test('a method an address does not answer to is told apart from an address that is not there', async () => {
  const cases: [string, string, string | null][] = [
    ['PATCH', '/api/v1/assessments', 'GET, HEAD'],
    ['DELETE', '/api/v1/events', 'POST'],
    ['POST', '/cards/nope.png', 'GET, HEAD'],
    ['PUT', '/health', 'GET, HEAD'],
    ['POST', '/api/v1/profiles/x', 'GET, HEAD, PUT, DELETE'],
    ['DELETE', '/api/v1/profiles/x/y', null],
    ['GET', '/api/v1/assessments/', null],
    ['GET', '/api/v1//assessments', null],
    ['GET', '/api/v1/Assessments', null],
  ];
  for (const [method, path, allow] of cases) {
    const answer = await call(method, path);
    expect(answer.headers.get('allow'), `${method} ${path}`).toBe(allow);
    expect(await problemOf(answer)).toMatchObject(
      allow ? { status: 405, code: 'method_not_allowed' } : { status: 404, code: 'not_found' },
    );
  }
});
