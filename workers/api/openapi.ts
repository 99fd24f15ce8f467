import { Hono } from 'hono';
import { type GenerateSpecOptions, generateSpecs } from 'hono-openapi';
import type { OpenAPIV3_1 } from 'openapi-types';
import type { AppEnv } from '../context.ts';
import { PROBLEMS } from '../contract/problems.ts';
import { docsPage, docsPolicy } from '../lib/docs-page.ts';

const Problem: OpenAPIV3_1.SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    requestId: { type: 'string' },
    detail: { type: 'string' },
    field: { type: 'string', description: 'Path of the field at fault.' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
    expected: { type: 'integer', description: 'The next number a session expects.' },
  },
};

const documentation: GenerateSpecOptions['documentation'] = {
  openapi: '3.1.0',
  info: {
    title: 'Teto-Egen API',
    version: '1',
    description:
      'Take the adaptive test, read results, share cards. For fun and reflection: no diagnosis, no hiring, no hormones.',
    license: { name: 'MIT' },
  },
  components: {
    securitySchemes: {
      account: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token.' },
      secret: { type: 'http', scheme: 'bearer', description: 'The secret that came with the session.' },
    },
    schemas: { Problem },
  },
};

const cached = { 'cache-control': 'public, max-age=300' };

/** The OpenAPI document, its browsable form, and the list of problem codes. */
export function openapi(app: Hono<AppEnv>): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/openapi.json', async (c) => c.json(await openapiDocument(app), 200, cached))
    .get('/docs', (c) => c.html(docsPage, 200, { ...cached, 'content-security-policy': docsPolicy }))
    .get('/problems', (c) => {
      const items = Object.entries(PROBLEMS).map(([code, rest]) => ({ code, ...rest }));
      return c.json({ items }, 200, cached);
    });
}

/** OpenAPI 3.1, generated from the schemas that validate. */
export async function openapiDocument(app: Hono<AppEnv>): Promise<object> {
  // A path with a dot in it (jwks.json) is no file: none may be missing.
  return generateSpecs(app, {
    documentation,
    defaultValidationErrorResponse: false,
    excludeStaticFile: false,
  });
}
