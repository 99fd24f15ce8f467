import fc from 'fast-check';

/** The part of JSON Schema that the OpenAPI document uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  /** Of an object whose keys are free. */
  additionalProperties?: Schema | boolean;
}

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
};

const NASTY = [
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', '\u202e', '\u3164', '\ufeff', '💥'.repeat(9)],
  ...["' OR 1=1 --", '<script>alert(1)</script>', '../../etc/passwd', '%00', '{{7*7}}', 'p_', 'null', 'NaN'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(5000),
    '가'.repeat(21),
    'ko-KR',
    'xx',
    '1e999',
    '-0',
  ],
];

/** Strings that break careless code. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** Any JSON value, of the wrong type more often than not. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e308, -1e308, 2 ** 53, 1e21, 101, [], {}, [[]], [null]),
  fc.constantFrom(deep(50), deep(1200)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant(JSON.parse('{"__proto__":{"role":"admin"},"constructor":{"prototype":{}}}')),
);

/** Values a schema accepts, or nearly so. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(fitting));
  switch (schema.type) {
    case 'string':
      if (schema.format === 'uuid') return fc.uuid();
      if (schema.format === 'email') return fc.stringMatching(/^[a-z]{1,9}@[a-z]{1,9}\.example$/);
      if (schema.format === 'date')
        return fc.integer({ min: 1940, max: 2030 }).map((year) => `${year}-02-28`);
      if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
      return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 30, 60) });
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 60, 60),
      });
    case 'object': {
      if (!schema.properties && typeof schema.additionalProperties === 'object') {
        return fc.dictionary(fc.string({ maxLength: 12 }), fitting(schema.additionalProperties), {
          maxKeys: 9,
        });
      }
      const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, fitting(one)]);
      const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields);
      return fc.record(model, { requiredKeys: schema.required ?? [] });
    }
    default:
      return fc.jsonValue();
  }
}

/** A fitting value with one part of it spoilt: a field replaced, removed or added. */
export const spoilt = (schema: Schema): fc.Arbitrary<unknown> =>
  fc
    .tuple(fitting(schema), fc.nat(), nastyValue, nastyText)
    .map(([value, where, bad, name]) => spoil(value, where, bad, name));

function spoil(value: unknown, where: number, bad: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return bad;
  const keys = [...Object.keys(value), name];
  const key = keys[where % keys.length] as string;
  const inner = (value as Record<string, unknown>)[key];
  const within = typeof inner === 'object' && inner !== null && where % 3 !== 0;
  const changed = within ? spoil(inner, Math.floor(where / keys.length), bad, name) : bad;
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? changed : one));
  return { ...value, [key]: changed };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bodies no JSON value has: broken bytes, doubled keys, far too deep, too large. */
export const brokenBody: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.constantFrom(
    ...['', '{', '{"a":1,}', 'undefined', '\u0000', '"\u0000"', '{"a":"\\ud800"}', "{'a':1}", 'NaN'].map(
      utf8,
    ),
    utf8('{"language":"ko","language":{"a":1},"session":"x","session":[]}'),
    utf8('['.repeat(16_000) + ']'.repeat(16_000)),
    utf8(`${'{"events":'.repeat(3000)}1${'}'.repeat(3000)}`),
    utf8(`{"nickname":"${'x'.repeat(40_000)}"}`),
    utf8(`{"n":${'9'.repeat(20_000)}}`),
    new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('{}')]),
    new Uint8Array([...utf8('{"nickname":"'), 0xff, 0xfe, 0xc0, 0x80, ...utf8('"}')]),
    new Uint8Array([...utf8('{"nickname":"'), 0xed, 0xa0, 0x80, ...utf8('"}')]),
  ),
);
