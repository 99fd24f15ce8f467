import { difAnalysis, type ItemDif } from '../../psychometrics/dif/dif.ts';
import { estimateEap } from '../../psychometrics/eap.ts';
import type { Definition } from '../../psychometrics/types.ts';
import type { DifTable } from '../contract/science.ts';
import { answersOf, type FacetResult } from './facet.ts';

/** Fewest people in each group before the groups are compared. */
const LEAST = 200;
const MOST_ROUNDS = 4;
const REFERENCE = 'male';
const FOCAL = 'female';

interface Groups {
  definition: Definition;
  rows: readonly Int8Array[];
  genders: readonly string[];
  facets: readonly FacetResult[];
}

/** Whether items favour a word's choosers at equal standing: matched on the facet's EAP, as answers are sparse. */
export function difByGender({ definition, rows, genders, facets }: Groups): DifTable {
  const told = rows.flatMap((row, i) =>
    genders[i] === REFERENCE || genders[i] === FOCAL ? [{ row, group: genders[i] === FOCAL ? 1 : 0 }] : [],
  );
  const count = (which: number) => told.filter(({ group }) => group === which).length;
  const table: DifTable = {
    by: 'displayGender',
    reference: { group: REFERENCE, n: count(0) },
    focal: { group: FOCAL, n: count(1) },
    items: [],
    needed: LEAST,
  };
  if (table.reference.n < LEAST || table.focal.n < LEAST) return table;
  for (const { columns, own } of facets) {
    const answers = answersOf(
      told.map(({ row }) => row),
      columns,
    );
    const some = told
      .map(({ group }, i) => ({ group, answers: answers[i] ?? [] }))
      .filter((one) => one.answers.some((category) => category !== null));
    if (columns.length === 0 || new Set(some.map(({ group }) => group)).size < 2) continue;
    const items = purified(own, some);
    items.forEach(({ n, uniformChi2, bothChi2, mantel, smd, nagelkerkeChange, class: effect }, i) => {
      const item = definition.items[columns[i] ?? -1]?.id ?? '';
      table.items.push({ item, n, uniformChi2, bothChi2, mantel, smd, nagelkerkeChange, class: effect });
    });
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
function purified(own: FacetResult['own'], people: readonly Person[]): ItemDif[] {
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
    const found = items.flatMap((item, i) => (item.class === 'A' ? [] : [i]));
    if (found.join() === left || found.length > own.length / 2 || round === MOST_ROUNDS) return items;
    left = found.join();
  }
}
