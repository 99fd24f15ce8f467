import { difAnalysis, type ItemDif } from '../../psychometrics/dif/dif.ts';
import { estimateEap } from '../../psychometrics/estimation/eap.ts';
import type { Curve } from '../../psychometrics/model.ts';
import type { Definition } from '../../psychometrics/types.ts';
import type { DifTable } from '../contract/science.ts';
import { answersOf } from './facet.ts';

/** Fewest people in each group before the groups are compared. */
const LEAST = 200;
const MOST_ROUNDS = 4;

export interface Group {
  name: string;
  rows: readonly Int8Array[];
}

interface Compared {
  by: DifTable['by'];
  definition: Definition;
  reference: Group;
  focal: Group;
  facets: readonly Scale[];
}

/** A facet's items: columns of the definition, and the parameters that place people on it. */
export interface Scale {
  columns: readonly number[];
  own: readonly Curve[];
}

/**
 * Whether items favour a group at equal standing: matched on the facet's EAP, as answers are sparse. No items in the
 * table while a group has fewer than 200 people.
 */
export function compareGroups({ by, definition, reference, focal, facets }: Compared): DifTable {
  const table: DifTable = {
    by,
    reference: { group: reference.name, n: reference.rows.length },
    focal: { group: focal.name, n: focal.rows.length },
    items: [],
    needed: LEAST,
  };
  if (table.reference.n < LEAST || table.focal.n < LEAST) return table;
  for (const { columns, own } of facets) {
    const people = [reference, focal].flatMap(({ rows }, group) =>
      answersOf(rows, columns)
        .filter((answers) => answers.some((category) => category !== null))
        .map((answers): Person => ({ group, answers })),
    );
    if (new Set(people.map(({ group }) => group)).size < 2) continue;
    purified(own, people).forEach(
      ({ n, uniformChi2, bothChi2, mantel, smd, nagelkerkeChange, class: effect }, i) => {
        const item = definition.items[columns[i] ?? -1]?.id ?? '';
        table.items.push({ item, n, uniformChi2, bothChi2, mantel, smd, nagelkerkeChange, class: effect });
      },
    );
  }
  return table;
}

interface Person {
  group: number;
  answers: (number | null)[];
}

/**
 * Items that differ would spoil what people are matched on and make others seem to differ the other way: they are left
 * out of it and everything is looked at again, until the same ones come out.
 */
function purified(own: readonly Curve[], people: readonly Person[]): ItemDif[] {
  let left = '';
  for (let round = 1; ; round++) {
    const without = new Set(left.split(','));
    const blank = (answers: Person['answers']) =>
      answers.map((category, i) => (without.has(String(i)) ? null : category));
    const { items } = difAnalysis(
      people.map(({ answers }) => answers),
      people.map(({ group }) => group),
      { matching: people.map(({ answers }) => estimateEap(own, blank(answers)).value) },
    );
    // What could not be compared is no suspect.
    const found = items.flatMap((item, i) => ((item.class ?? 'A') === 'A' ? [] : [i]));
    if (found.join() === left || found.length > own.length / 2 || round === MOST_ROUNDS) return items;
    left = found.join();
  }
}
