import { Agent, request } from 'node:http';

export interface Answer<T> {
  status: number;
  body: T;
  /** Milliseconds from the call to the last byte. */
  ms: number;
}

export interface Call {
  method?: string;
  body?: unknown;
  secret?: string;
  /** The address the taker comes from. */
  address?: string;
}

/** A client over kept connections that costs little beside the server. Rejects when the connection breaks. */
export function client(connections: number) {
  // workerd drops a connection after 5 s of silence: better that we do so first.
  const agent = new Agent({ keepAlive: true, maxSockets: connections, timeout: 4000 });
  const send = <T>(url: string, { method = 'GET', body, secret, address }: Call = {}): Promise<Answer<T>> => {
    const began = performance.now();
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        url,
        {
          ...{ agent, method },
          headers: {
            ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
            ...(secret && { authorization: `Bearer ${secret}` }),
            ...(address && { 'cf-connecting-ip': address }),
          },
        },
        (response) => {
          let heard = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            heard += chunk;
          });
          response.on('error', reject).on('end', () => {
            const json = heard.startsWith('{') ? JSON.parse(heard) : heard;
            resolve({ status: response.statusCode ?? 0, body: json, ms: performance.now() - began });
          });
        },
      );
      sent.on('error', reject).end(text);
    });
  };
  return { send, close: () => agent.destroy() };
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Runs `work` for each entry, at most `width` at a time. */
export async function each<T>(
  entries: readonly T[],
  width: number,
  work: (entry: T, index: number) => Promise<void>,
) {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < entries.length) {
      const index = next++;
      await work(entries[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}
