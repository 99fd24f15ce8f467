/** What a process that was killed would have thrown, had it still been there. */
export class Killed extends Error {
  override name = 'Killed';
}

/**
 * The same bindings, gone after `survives` more operations on any of them: from then on every one throws, as if the
 * process had been killed between two steps. `steps()` tells how many there were.
 */
export function killedAfter(env: Env, survives: number): { env: Env; steps: () => number } {
  let steps = 0;
  const step = (): void => {
    if (++steps > survives) throw new Killed();
  };
  const counting = <T extends object>(target: T, methods: readonly string[]): T =>
    new Proxy(target, {
      get(own, name) {
        const value = Reflect.get(own, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (methods.includes(String(name))) step();
          return value.apply(own, args);
        };
      },
    });
  const raw = new WeakMap<object, D1PreparedStatement>();
  const statement = (one: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(one, {
      get(own, name) {
        if (name === 'bind') return (...values: unknown[]) => statement(own.bind(...values));
        const value = Reflect.get(own, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          step();
          return value.apply(own, args);
        };
      },
    });
    raw.set(wrapped, one);
    return wrapped;
  };
  const DB = {
    prepare: (sql: string) => statement(env.DB.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) => {
      step();
      return env.DB.batch(statements.map((one) => raw.get(one) ?? one));
    },
  };
  const SESSIONS = {
    idFromString: (id: string) => env.SESSIONS.idFromString(id),
    get: (id: DurableObjectId) => ({
      destroy: () => {
        step();
        return env.SESSIONS.get(id).destroy();
      },
    }),
  };
  const bindings = {
    ...env,
    ...{ DB, SESSIONS },
    FILES: counting(env.FILES, ['list', 'delete', 'put', 'get']),
    MAIL_QUEUE: { send: async () => step() },
  };
  return { env: bindings as unknown as Env, steps: () => steps };
}
