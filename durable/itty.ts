import { createDurable, proxyDurable } from 'itty-durable';

/** What a subclass may use of itty-durable. Its own fields are its state, saved by `persist`. */
interface IttyObject {
  readonly state: { storage: DurableObjectStorage; env: Env };
  /** Loads saved fields once an instance. The library does so in `fetch` only: an alarm must do it itself. */
  loadFromStorage(): Promise<void>;
  persist(): Promise<void>;
}

/** The only door to itty-durable, for small counter-like objects. */
export const IttyObject = createDurable() as unknown as new (
  state: DurableObjectState,
  env: Env,
) => IttyObject;

/**
 * Calls a method of the object of that name. The library's stub stays in here: it is thenable, so an async function
 * that returned it would hang. Name and arguments travel in headers, so they have to be ASCII.
 */
export function callItty<T>(
  namespace: DurableObjectNamespace,
  name: string,
  method: string,
  ...args: (string | number)[]
): Promise<T> {
  const sent = [name, ...args].join('');
  if (!/^[\x20-\x7e]*$/.test(sent)) return Promise.reject(new TypeError('name and arguments must be ASCII'));
  const stub = proxyDurable(namespace, { parse: true }).get(name) as Record<
    string,
    (...args: (string | number)[]) => Promise<T>
  >;
  const call = stub[method];
  return call ? call(...args) : Promise.reject(new TypeError(`no method ${method}`));
}
