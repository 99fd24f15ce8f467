import { PROBLEMS, type ProblemBody, type ProblemCode } from '../contract/problems.ts';

type Extra = Pick<ProblemBody, 'detail' | 'field' | 'errors' | 'expected'> & { retryAfter?: number };

/** An expected failure. Anything else that is thrown becomes `internal` and keeps its message to itself. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly extra: Extra;

  constructor(code: ProblemCode, extra: Extra = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.extra = extra;
  }
}

/** RFC 9457 response for a problem. */
export function problemResponse(code: ProblemCode, requestId: string, extra: Extra = {}): Response {
  const { status, title } = PROBLEMS[code];
  const { retryAfter, ...visible } = extra;
  const body: ProblemBody = { type: `/api/v1/problems#${code}`, title, status, code, requestId, ...visible };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(JSON.stringify(body), { status, headers });
}
