import type { ValidationTargets } from 'hono';
import { validator } from 'hono-openapi';
import type { z } from 'zod';
import { Problem } from './problem.ts';

const PREFIX = {
  json: '',
  query: 'query.',
  param: 'path.',
  header: 'header.',
  form: 'form.',
  cookie: 'cookie.',
};

/** Validates one part of the request by its contract schema and documents it. Fails as `invalid_field`. */
export function valid<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result) => {
    if (result.success) return;
    const errors = result.error.map((issue) => ({
      field: PREFIX[target] + fieldPath([...(issue.path ?? []), ...unknownKey(issue)]),
      message: issue.message,
    }));
    throw new Problem('invalid_field', { field: errors[0]?.field ?? target, errors: errors.slice(0, 10) });
  });
}

// A field nobody knows is named itself, not the object it stands in.
function unknownKey(issue: object): string[] {
  const keys: unknown =
    'keys' in issue && 'code' in issue && issue.code === 'unrecognized_keys' && issue.keys;
  return Array.isArray(keys) ? keys.slice(0, 1).map((key) => String(key).slice(0, 60)) : [];
}

type Path = readonly (PropertyKey | { key: PropertyKey })[] | undefined;

function fieldPath(path: Path): string {
  const names = (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  return names.join('.') || 'body';
}
