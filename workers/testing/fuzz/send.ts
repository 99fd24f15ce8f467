import { env, exports } from 'cloudflare:workers';
import { expect } from 'vitest';
import { PROBLEMS, type ProblemBody } from '../../contract/problems.ts';
import type { Operation } from '../operations.ts';
import type { Case } from './requests.ts';
import type { Sample } from './samples.ts';

const BY_DESIGN = ['pdf_failed', 'unavailable', 'provider_failed'];
const LEAK = /\.[tj]s:\d|node_modules|\n\s+at |SQLITE|D1_ERROR|TypeError|ZodError/;

export interface Answer {
  status: number;
  code: string | null;
}

/** Sends a case with what it takes from the sample, and holds the answer to what every answer owes. */
export async function send(one: Operation, sample: Sample, made: Case): Promise<Answer> {
  const path = one.path.replace(/\{(\w+)\}/g, (_, name: string) => made.ids[name] ?? sample.ids[name] ?? '');
  const query = made.query.filter(Boolean).join('&');
  const headers = new Headers(made.headers);
  const turn = sample.bearers[made.real ? 0 : sample.bearers.length - 1];
  if (made.authorization !== 'own') headers.set('authorization', made.authorization);
  else if (turn) headers.set('authorization', `Bearer ${turn}`);
  const request = new Request(`http://localhost:8788${path}${query ? `?${query}` : ''}`, {
    method: one.method,
    headers,
    body: await bodyOf(sample, made),
  });
  const response = await exports.default.fetch(request);
  const straight = Object.values(made.ids).every((id) => id === null);
  return checked(response, straight ? one.statuses : null);
}

async function bodyOf(sample: Sample, { body, real }: Case): Promise<Uint8Array | null> {
  if (!body) return null;
  if ('bytes' in body) return body.bytes;
  const { json } = body;
  const fillable = typeof json === 'object' && json !== null && !Array.isArray(json);
  const whole = real && fillable ? { ...json, ...(await sample.body()) } : json;
  return new TextEncoder().encode(JSON.stringify(whole));
}

/** No 5xx, no answer that is not what it says, nothing of the inside. `statuses`: what the document promises. */
async function checked(response: Response, statuses: string[] | null): Promise<Answer> {
  const { status } = response;
  response.webSocket?.accept();
  response.webSocket?.close();
  const type = response.headers.get('content-type') ?? '';
  const text = /json|html/.test(type) ? await response.text() : ((await response.body?.cancel()) ?? '');
  expect(response.headers.get('x-request-id')).toMatch(/^[\w=-]{1,255}$/);
  if (statuses) expect(statuses, text).toContain(String(status));
  if (status < 400) {
    if (text) expect(() => JSON.parse(text)).not.toThrow();
    return { status, code: null };
  }
  expect(type).toBe('application/problem+json');
  expect(text).not.toMatch(LEAK);
  const problem = JSON.parse(text) as ProblemBody;
  expect(PROBLEMS[problem.code]?.status).toBe(status);
  expect(status < 500 || BY_DESIGN.includes(problem.code), text).toBe(true);
  if (status === 422 && problem.code === 'invalid_field') expect(problem.field).toMatch(/./);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status, code: problem.code };
}

/** Forgets the tries that were counted: they would answer for the operation. */
export const forgetTries = () => env.DB.exec('DELETE FROM attempts');
