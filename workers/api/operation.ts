import { describeRoute, resolver } from 'hono-openapi';
import type { z } from 'zod';
import { PROBLEMS, type ProblemCode } from '../contract/problems.ts';
import { BODY_PROBLEMS } from '../lib/body.ts';
import { HEADER, KEY_PATTERN, once } from '../lib/idempotency.ts';
import { type Access, guard } from './guard.ts';

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
  /** True when the owner's access token does as well as the secret. */
  account?: boolean;
  /** Who may: everybody, somebody with an account, or who has the permission. Enforced here, before anything is read. */
  access?: Access;
  /** Accepts an Idempotency-Key: for writes that money or a mail follows. */
  idempotent?: boolean;
  /** True when it goes by POST or PUT, where the body guard stands before it. */
  body?: boolean;
  /** Media type of a file that answers 200: once the job that `status` tells of is done, or where it is asked for. */
  file?: string;
}

/**
 * Guards an operation and describes it for the OpenAPI document: one entry a status, problems grouped by theirs.
 */
export function operation({
  id,
  tag,
  summary,
  status = 200,
  answer,
  media,
  problems = [],
  secret,
  account,
  access = 'public',
  idempotent = false,
  body,
  file,
}: Description) {
  const codes = new Set<ProblemCode>(['invalid_field', 'rate_limited', 'origin_not_allowed', ...problems]);
  for (const code of body ? BODY_PROBLEMS : []) codes.add(code);
  for (const code of secret ? (['secret_required', 'secret_wrong'] as const) : []) codes.add(code);
  if (access !== 'public') codes.add('token_required');
  if (access !== 'public' || account) {
    for (const code of ['token_invalid', 'account_suspended', 'account_deleted'] as const) codes.add(code);
  }
  if (access !== 'public' && !OWN_ACCESS.has(access)) codes.add('not_allowed');
  if (idempotent)
    for (const code of ['idempotency_mismatch', 'request_in_progress'] as const) codes.add(code);
  const content = answer
    ? { 'application/json': { schema: resolver(answer) } }
    : media
      ? binary(media)
      : undefined;
  const described = describeRoute({
    operationId: id,
    tags: [tag],
    summary,
    ...{ 'x-access': access },
    ...(idempotent && { parameters: [IDEMPOTENCY] }),
    ...(access !== 'public' && { security: [{ account: [] }] }),
    ...(secret && {
      security: [
        ...(secret === 'optional' ? [{}] : []),
        { secret: [] },
        ...(account ? [{ account: [] }] : []),
      ],
    }),
    responses: {
      [status]: { description: summary, ...(content && { content }) },
      ...(file && {
        200: { description: summary, content: { ...(status === 200 && content), ...binary(file) } },
      }),
      ...problemResponses([...codes]),
    },
  });
  // One middleware that documents and enforces: an operation cannot have the one without the other.
  const admit = guard(access);
  const enforce: typeof admit = idempotent ? (c, next) => admit(c, () => once(c, id, next)) : admit;
  return Object.assign(enforce, described);
}

const OWN_ACCESS = new Set<Access>(['user', 'restorer']);

const IDEMPOTENCY = {
  name: HEADER,
  in: 'header' as const,
  required: false,
  description:
    'Chosen by the client: the same key and body again get the same answer, and nothing happens twice.',
  schema: { type: 'string' as const, pattern: KEY_PATTERN.source },
};

const binary = (media: string) => ({ [media]: { schema: { type: 'string' as const, format: 'binary' } } });

/** Problems as responses of an OpenAPI operation, grouped by status. */
function problemResponses(codes: readonly ProblemCode[]) {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  const responses = [...byStatus].map(([status, list]) => [
    status,
    {
      description: list.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return Object.fromEntries(responses);
}
