import type { z } from 'zod';
import { BadDocument } from './bad-document.ts';
import { commands } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { type Command, schemas } from './schemas.ts';

export interface Outcome {
  code: 0 | 1 | 2;
  stdout: string;
  stderr: string;
}

const HELP = ['--help', '-h', 'help'];

const done = (stdout: string): Outcome => ({ code: 0, stdout, stderr: '' });
const bad = (where: string, what: string): Outcome => ({
  code: 2,
  stdout: '',
  stderr: `${where}: ${what.replaceAll(/\s*\n\s*/g, ' ')}\n`,
});

/** responses[3][2], stop.se */
function fieldOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step, i) =>
    typeof step === 'number' ? `[${step}]` : `${i ? '.' : ''}${String(step)}`,
  );
  return steps.join('') || 'the document';
}

/** The first thing wrong, with its field; a missing field says so. */
function complaint(issue: z.core.$ZodIssue, document: unknown): string {
  if (issue.code === 'unrecognized_keys') return `${fieldOf([...issue.path, issue.keys[0]!])}: no such field`;
  const found = issue.path.reduce<unknown>(
    (at, step) =>
      at === null || typeof at !== 'object' ? undefined : (at as Record<PropertyKey, unknown>)[step],
    document,
  );
  const said = issue.message.startsWith('Invalid') ? 'another kind of value' : issue.message;
  return `${fieldOf(issue.path)}: ${found === undefined && issue.path.length ? 'missing, ' : ''}expected ${said}`;
}

function answer<C extends Command>(command: C, text: string): Outcome {
  const where = `psychometrics ${command}`;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    if (!text.trim()) return bad(where, 'stdin: expected a JSON document, found nothing');
    return bad(where, `stdin: not JSON: ${(error as Error).message}`);
  }
  const read = schemas[command].safeParse(document);
  if (!read.success) return bad(where, complaint(read.error.issues[0]!, document));
  try {
    const run = commands[command] as (input: unknown) => object;
    return done(`${JSON.stringify(run(read.data))}\n`);
  } catch (error) {
    // The engine refuses with a RangeError that names the field.
    if (error instanceof BadDocument || error instanceof RangeError) return bad(where, error.message);
    const what = error instanceof Error ? error.message : String(error);
    return { ...bad(where, what), code: 1 };
  }
}

/** Runs one call; `read` gives the text of stdin and is only called when a document is wanted. */
export async function run(args: readonly string[], read: () => Promise<string>): Promise<Outcome> {
  const [name, ...rest] = args;
  if (name === undefined) return { ...bad('psychometrics', 'no command; --help lists them'), code: 2 };
  const known = Object.hasOwn(schemas, name) ? (name as Command) : null;
  if (HELP.includes(name)) {
    const about = rest[0];
    return done(about && Object.hasOwn(schemas, about) ? helpOf(about as Command) : overview());
  }
  if (!known) return bad('psychometrics', `no command ${JSON.stringify(name)}; --help lists them`);
  if (rest.some((arg) => HELP.includes(arg))) return done(helpOf(known));
  if (rest.length) {
    return bad(`psychometrics ${known}`, `no option ${JSON.stringify(rest[0])}; the document comes on stdin`);
  }
  return answer(known, await read());
}
