import type { ProblemBody } from '../../../workers/contract/problems.ts';

/** A refusal of the API, or no answer at all (`code` 'network'). `wait` is what Retry-After asked for, in ms. */
export class Refused extends Error {
  readonly code: ProblemBody['code'] | 'network';
  readonly expected: number | undefined;
  readonly wait: number;
  constructor(code: Refused['code'], expected?: number, wait = 0) {
    super(code);
    this.code = code;
    this.expected = expected;
    this.wait = wait;
  }
}

const PATIENCE_MS = 12_000;

/** One call of the API; throws Refused. `secret` goes as the bearer token. */
export async function call<T>(method: string, path: string, body?: unknown, secret?: string): Promise<T> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (secret) headers.Authorization = `Bearer ${secret}`;
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new Refused('network');
  }
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer) return answer as T;
  const problem = answer as ProblemBody | null;
  const wait = Number(response.headers.get('Retry-After')) * 1000 || 0;
  throw new Refused(problem?.code ?? 'network', problem?.expected, wait);
}
