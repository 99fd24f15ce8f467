import { expect, test } from 'vitest';
import { app } from './app.ts';
import { fuzz } from './testing/fuzz/index.ts';
import { readOperations } from './testing/operations.ts';

/** Pages about the API itself: no input, hence no entry in the document. */
const PLAIN = ['/health', '/ready', '/api/v1/openapi.json', '/api/v1/docs', '/api/v1/problems'];

test('every route is an operation of the document, so none escapes what follows', async () => {
  const operations = await readOperations();
  const documented = operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && !PLAIN.includes(path))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routes)].sort()).toEqual([...documented].sort());
});

// Those of accounts run beside these, in files of their own; whatever has another tag is here.
await fuzz(({ tag }) => tag !== 'auth' && tag !== 'users');
