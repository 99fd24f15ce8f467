import { exports } from 'cloudflare:workers';
import type { ProblemCode } from '../contract/problems.ts';

interface Call {
  body?: unknown;
  secret?: string;
  headers?: Record<string, string>;
}

export const ORIGIN = 'http://localhost:8788';

/** Calls the Worker as a client would. A string body is sent as it is, anything else as JSON. */
export function call(
  method: string,
  path: string,
  { body, secret, headers = {} }: Call = {},
): Promise<Response> {
  const all = new Headers(headers);
  if (body !== undefined && !all.has('content-type')) all.set('content-type', 'application/json');
  if (secret) all.set('authorization', `Bearer ${secret}`);
  const sent = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  return exports.default.fetch(new Request(ORIGIN + path, { method, headers: all, body: sent }));
}

interface Refusal {
  status: number;
  code: ProblemCode;
  field?: string;
  requestId: string;
}

/** The problem a response carries; fails when it is anything else. */
export async function problemOf(response: Response): Promise<Refusal> {
  if (response.headers.get('content-type') !== 'application/problem+json') {
    throw new Error(`${response.status} is no problem: ${await response.text()}`);
  }
  return response.json<Refusal>();
}

export const problemCode = async (response: Response): Promise<ProblemCode> =>
  (await problemOf(response)).code;
