import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { brokenBody, fitting, nastyText, spoilt } from '../hostile.ts';
import type { Operation } from '../operations.ts';

/** A request still to be addressed: what it takes from the sample is filled in when it is sent. */
export interface Case {
  /** By parameter of the path; null for the sample's own. */
  ids: Record<string, string | null>;
  query: string[];
  headers: Record<string, string>;
  /** `own`: the sample's secret or token. Otherwise the header as it is. */
  authorization: string;
  body: { json: unknown } | { bytes: Uint8Array } | null;
  /** Whether a body gets what it needs of the sample: a session, a step under way. */
  real: boolean;
}

const latin1 = (text: string): string => text.replace(/[^\x20-\x7e\x80-\xff]/g, '?').trim();
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
const odd = nastyText.map(latin1);
const ODD_IDS = ['%ff', '%', '%00', '%2e%2e%2f', 'a%2fb', ';', 'me', 'x'.repeat(3000)];
const ODD_QUERIES = ['', '__proto__=1', 'x[]=1', 'lang=ko&lang=en', 'language=ko&language=en', '%ff=%'];
// Each from an address of its own, or the limit by address would answer for the operation.
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6().filter((text) => !text.startsWith('::')),
);

/** Requests to an operation: half of them as it wants them, the others spoilt somewhere. */
export function requestsTo({ method, parameters, body }: Operation): fc.Arbitrary<Case> {
  const id = fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: nastyText.map(encoded) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_IDS) },
  );
  const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => [name, id] as const);
  const inQuery = parameters.filter((one) => one.in === 'query');
  const query = inQuery.map(({ name, schema }) =>
    fc
      .oneof(fitting(schema), fitting(schema), nastyText, fc.constant(undefined), fc.constant(undefined))
      .map((value) => (value === undefined ? '' : `${name}=${encoded(String(value))}`)),
  );
  const json = (value: unknown) => ({ json: value });
  const sent = fc.oneof(
    { weight: 3, arbitrary: fitting(body ?? {}).map(json) },
    { weight: 4, arbitrary: spoilt(body ?? {}).map(json) },
    { weight: 1, arbitrary: brokenBody.map((bytes) => ({ bytes })) },
  );
  const headers = {
    'cf-connecting-ip': address,
    'content-type': fc.oneof(
      { weight: 9, arbitrary: fc.constant('application/json') },
      { weight: 1, arbitrary: fc.constantFrom('text/plain', 'multipart/form-data', 'application/jsonx') },
      { weight: 1, arbitrary: odd },
    ),
    ...{ 'x-request-id': odd, 'if-none-match': odd, accept: odd, 'user-agent': odd, cookie: odd },
    ...{ 'sec-websocket-protocol': odd, 'sec-gpc': odd },
    'idempotency-key': fc.oneof({ weight: 3, arbitrary: fc.uuid() }, { weight: 1, arbitrary: odd }),
    origin: fc.oneof(
      { weight: 5, arbitrary: fc.constant(env.SITE_ORIGIN) },
      { weight: 1, arbitrary: fc.constantFrom('null', 'https://evil.example', '%') },
    ),
    ...(method === 'GET' && { upgrade: fc.constantFrom('websocket', 'h2c') }),
  };
  return fc.record({
    ids: fc.record(Object.fromEntries(inPath)),
    query: fc.tuple(...query, fc.constantFrom(...ODD_QUERIES)),
    headers: fc.record(headers, { requiredKeys: ['cf-connecting-ip', 'content-type'] }),
    authorization: fc.oneof(
      { weight: 8, arbitrary: fc.constant('own') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(`Bearer ${'A'.repeat(43)}`, 'Bearer eyJ.e30.AAAA', 'Basic eDp5'),
      },
      { weight: 1, arbitrary: odd },
    ),
    body: method === 'GET' || method === 'DELETE' ? fc.constant(null) : sent,
    real: fc.boolean(),
  }) as fc.Arbitrary<Case>;
}
