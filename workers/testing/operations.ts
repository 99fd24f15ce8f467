import { call } from './api.ts';
import type { Schema } from './hostile.ts';

/** An operation of the OpenAPI document. */
export interface Operation {
  id: string;
  /** With its parameters in braces: `/api/v1/users/{id}`. */
  path: string;
  method: string;
  tag: string;
  /** Who may: `public`, `user`, `restorer` or a permission. */
  access: string;
  /** Names of the security schemes that open it. */
  security: string[];
  parameters: { in: string; name: string; schema: Schema }[];
  body: Schema | null;
  statuses: string[];
}

interface Described {
  operationId: string;
  tags: string[];
  'x-access': string;
  security?: Record<string, unknown>[];
  parameters?: Operation['parameters'];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}

/** Every operation there is, as the document tells. */
export async function readOperations(): Promise<Operation[]> {
  const response = await call('GET', '/api/v1/openapi.json');
  const { paths } = await response.json<{ paths: Record<string, Record<string, Described>> }>();
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) => ({
      id: described.operationId,
      ...{ path, method: method.toUpperCase() },
      tag: described.tags[0] ?? '',
      access: described['x-access'],
      security: (described.security ?? []).flatMap((one) => Object.keys(one)),
      parameters: described.parameters ?? [],
      body: described.requestBody?.content['application/json']?.schema ?? null,
      statuses: Object.keys(described.responses),
    })),
  );
}
