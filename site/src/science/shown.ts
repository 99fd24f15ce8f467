import type { Definition } from '../../../psychometrics/types.ts';
import type { ParameterTable } from '../../../workers/contract/science.ts';
import { bank, items as built, definitions, type Given, given } from './data.ts';
import type { ShownItem } from './shown-item.ts';

/** The parameters that results use now: what tables and information curves are about. */
export interface Shown {
  version: number;
  /** of the newest parameters, YYYY-MM-DD */
  date: string;
  items: Record<Given, readonly ShownItem[]>;
  definitions: Record<Given, Definition>;
  /** Items whose parameters come from answers given here, by language. */
  own: Record<Given, number>;
}

/** The version this site was built with. */
export const builtIn: Shown = {
  version: bank.version,
  date: bank.parametersDate,
  items: { ko: built, en: built },
  definitions,
  own: { ko: 0, en: 0 },
};

type Tables = Record<Given, ParameterTable>;

const each = <T>(of: (language: Given) => T): Record<Given, T> => ({ ko: of('ko'), en: of('en') });

function definitionOf(language: Given, { version, items }: ParameterTable): Definition {
  const rows = new Map(items.map((row) => [row.item, row]));
  const base = definitions[language];
  return {
    ...base,
    version,
    items: base.items.map((item) => {
      const row = rows.get(item.id);
      return row ? { ...item, a: row.aUsed ?? 0, b: row.b } : item;
    }),
  };
}

/** Another version, from the API's tables of it. Σ and weights are the built ones: a calibration leaves them alone. */
export function shownOf(tables: Tables): Shown {
  return {
    version: tables.ko.version,
    date:
      given
        .flatMap((name) => tables[name].items.map(({ date }) => date))
        .sort()
        .at(-1) ?? bank.parametersDate,
    items: each((language) =>
      tables[language].items.map(({ item, facet, role, a, seA, b, seB, n, source, flags }) => ({
        ...{ id: item, facet, role, a, seB, flags, b: b.length ? b : null },
        ...{ seA: seA ?? undefined, n: n ?? undefined, source: source ?? undefined },
      })),
    ),
    definitions: each((language) => definitionOf(language, tables[language])),
    own: each((language) => tables[language].items.filter(isOwn).length),
  };
}

/** From answers given here: the API names no other source so. */
const isOwn = ({ source }: ParameterTable['items'][number]): boolean =>
  source?.startsWith('own answers') ?? false;
