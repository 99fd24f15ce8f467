import { describeRoute, resolver } from 'hono-openapi';
import type { z } from 'zod';
import { PROBLEMS, type ProblemCode } from '../contract/problems.ts';

interface Description {
  id: string;
  tag: string;
  summary: string;
  status?: number;
  answer?: z.ZodType;
  /** Media type when the answer is not JSON. */
  media?: string;
  problems?: ProblemCode[];
  /** True when the operation takes the owner's secret as a bearer token. */
  secret?: boolean | 'optional';
}

/** Describes an operation for the OpenAPI document: one entry a status, problems grouped by theirs. */
export function operation({
  id,
  tag,
  summary,
  status = 200,
  answer,
  media,
  problems = [],
  secret,
}: Description) {
  const byStatus = new Map<number, ProblemCode[]>();
  const codes: ProblemCode[] = ['invalid_field', 'rate_limited', ...problems];
  if (secret) codes.push('secret_required', 'secret_wrong');
  for (const code of codes) {
    const at = PROBLEMS[code].status;
    byStatus.set(at, [...(byStatus.get(at) ?? []), code]);
  }
  const failures = [...byStatus].map(([at, list]) => [
    at,
    {
      description: list.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  const content = answer
    ? { 'application/json': { schema: resolver(answer) } }
    : media
      ? { [media]: { schema: { type: 'string' as const, format: 'binary' } } }
      : undefined;
  return describeRoute({
    operationId: id,
    tags: [tag],
    summary,
    ...(secret && { security: secret === 'optional' ? [{}, { secret: [] }] : [{ secret: [] }] }),
    responses: {
      [status]: { description: summary, ...(content && { content }) },
      ...Object.fromEntries(failures),
    },
  });
}
