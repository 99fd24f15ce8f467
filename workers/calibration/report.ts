import { facetCorrelations } from '../../psychometrics/calibration/sigma.ts';
import { localDependence } from '../../psychometrics/fit/dependence.ts';
import type { Definition } from '../../psychometrics/types.ts';
import type { Published } from '../assessments/published.ts';
import type { CalibrationReport, DifTable, ObservedReliability } from '../contract/science.ts';
import { compareGroups } from './dif.ts';
import { answersOf, calibrateFacet, type FacetResult } from './facet.ts';
import type { Sample } from './sample.ts';

/** Completions a language needs before anything is estimated from its own data. */
export const NEEDED = 1_000;
/** Σ costs time in proportion to people and is precise enough with these. */
const MOST_FOR_SIGMA = 3_000;

/** So do pairs of items. Beside them the model draws as many people, this often. */
const MOST_FOR_PAIRS = 5_000;
const DRAWS = 4;

/** Answers in the language the parameters come from, to compare with. Same items in the same columns. */
export interface LanguageSample {
  definition: Definition;
  rows: readonly Int8Array[];
}

/** What the answers of one language say of the items; under `NEEDED` completions only how many there are. */
export function calibrationReport(
  published: Published,
  sample: Sample,
  reliability: ObservedReliability | null,
  now: number,
  other: LanguageSample | null = null,
): CalibrationReport {
  const { assessment, language, version, definition } = published;
  const { rows, completions, careless, from, to } = sample;
  const base = {
    ...{ assessment, language, version, from, to, completions, careless, reliability },
    createdAt: new Date(now).toISOString(),
    used: rows.length,
    needed: NEEDED,
    proposedVersion: null,
  };
  if (completions < NEEDED) {
    const nothing = { facets: [], items: [], sigma: null, dependence: [], dif: null, difByLanguage: null };
    return { ...base, ...nothing, status: 'collecting' };
  }
  const facets = definition.facets.map((_, index) => calibrateFacet({ definition, index, rows }));
  return {
    ...base,
    status: 'calibrated',
    facets: facets.map(({ report }) => report),
    items: facets.flatMap(({ items }) => items),
    sigma: sigmaOf(definition.facets, facets, rows),
    dependence: dependenceOf(published, facets, rows),
    dif: difByGender(definition, sample, facets),
    difByLanguage: other && difByLanguage(definition, sample, other, facets),
  };
}

function difByGender(
  definition: Definition,
  { rows, genders }: Sample,
  facets: readonly FacetResult[],
): DifTable {
  const of = (name: string) => ({ name, rows: rows.filter((_, i) => genders[i] === name) });
  return compareGroups({
    by: 'displayGender',
    ...{ definition, facets, reference: of('male'), focal: of('female') },
  });
}

/** Matched by the other language's running parameters: one ruler for both. Items with parameters in both only. */
function difByLanguage(
  definition: Definition,
  { rows }: Sample,
  other: LanguageSample,
  facets: readonly FacetResult[],
): DifTable {
  const scales = facets.map(({ columns }) => {
    const shared = columns.filter((column) => other.definition.items[column]?.b.length);
    return { columns: shared, own: shared.flatMap((column) => other.definition.items[column] ?? []) };
  });
  return compareGroups({
    by: 'language',
    ...{ definition, facets: scales },
    reference: { name: other.definition.language, rows: other.rows },
    focal: { name: definition.language, rows },
  });
}

function sigmaOf(
  names: readonly string[],
  facets: readonly FacetResult[],
  rows: readonly Int8Array[],
): CalibrationReport['sigma'] {
  if (facets.some(({ columns }) => columns.length === 0)) return null;
  const some = rows.slice(0, MOST_FOR_SIGMA);
  const { sigma, se } = facetCorrelations(
    facets.map(({ columns, own }) => ({ items: own, responses: answersOf(some, columns) })),
  );
  return { facets: [...names], values: sigma, se };
}

/** Pairs of a facet's items that agree more than the facet and response style explain. */
function dependenceOf(
  { definition }: Published,
  facets: readonly FacetResult[],
  rows: readonly Int8Array[],
): CalibrationReport['dependence'] {
  return facets.flatMap(({ columns, own, styled }) => {
    if (columns.length < 2) return [];
    const id = (i: number): string => definition.items[columns[i] ?? -1]?.id ?? '';
    return localDependence(styled?.items ?? own, answersOf(rows.slice(0, MOST_FOR_PAIRS), columns), {
      ...(styled && { style: styled.style }),
      draws: DRAWS,
    })
      .filter(({ dependent }) => dependent)
      .map(({ first, second, n, q3 }) => ({ first: id(first), second: id(second), n, q3 }));
  });
}
