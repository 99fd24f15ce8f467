import type { Definition } from '../../psychometrics/types.ts';
import type { ProblemCode } from '../../workers/contract/problems.ts';
import { type AnswerEntry, MAX_BATCH } from '../../workers/contract/sessions.ts';

/** Why a call is refused. `field` is the dotted path in the request; `expected` the next number to send. */
export interface Fault {
  code: ProblemCode;
  field?: string;
  expected?: number;
  /** Seconds. */
  retryAfter?: number;
}

/** What the session holds already. `stored` looks up an answer by its number. */
export interface Ledger {
  seq: number;
  completed: boolean;
  stored: (seq: number) => AnswerEntry | null;
}

const known = new WeakMap<Definition, Map<string, boolean>>();

/** Item id → whether it is scored. */
function itemsOf(definition: Definition): Map<string, boolean> {
  let items = known.get(definition);
  if (!items) {
    items = new Map(definition.items.map(({ id, pretest }) => [id, !pretest]));
    known.set(definition, items);
  }
  return items;
}

const same = (a: AnswerEntry, b: AnswerEntry): boolean =>
  a.item === b.item && a.category === b.category && a.ms === b.ms;

/** The answers of a batch that are new, in order, or the first reason to store none of it. */
export function checkBatch(
  definition: Definition,
  ledger: Ledger,
  batch: readonly AnswerEntry[],
): AnswerEntry[] | Fault {
  if (batch.length > MAX_BATCH) return { code: 'batch_too_large', field: 'answers' };
  const items = itemsOf(definition);
  const expected = ledger.seq + 1;
  const fresh: AnswerEntry[] = [];
  for (const [index, entry] of batch.entries()) {
    const at = (field: string) => `answers.${index}.${field}`;
    if (!items.has(entry.item)) return { code: 'unknown_item', field: at('item') };
    if (entry.category >= definition.categories) {
      return { code: 'category_out_of_range', field: at('category') };
    }
    const next = expected + fresh.length;
    if (entry.seq < next) {
      const before = entry.seq < expected ? ledger.stored(entry.seq) : fresh[entry.seq - expected];
      if (!before || !same(before, entry)) return { code: 'seq_conflict', field: at('seq'), expected };
      continue;
    }
    if (ledger.completed) return { code: 'session_completed', field: at('seq') };
    if (entry.seq > next) return { code: 'seq_gap', field: at('seq'), expected };
    fresh.push(entry);
  }
  return fresh;
}

/** Null when the items answered are enough for a result in this mode. */
export function checkCompletable(
  definition: Definition,
  mode: string,
  answered: Iterable<string>,
): Fault | null {
  const items = itemsOf(definition);
  let scored = 0;
  for (const item of answered) if (items.get(item)) scored++;
  const rule = definition.modes[mode as keyof Definition['modes']];
  return scored < rule.min ? { code: 'too_few_answers' } : null;
}
