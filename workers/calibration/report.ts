import { facetCorrelations } from '../../psychometrics/calibration/sigma.ts';
import { localDependence } from '../../psychometrics/fit/dependence.ts';
import type { Published } from '../assessments/published.ts';
import type { CalibrationReport, ObservedReliability } from '../contract/science.ts';
import { difByGender } from './dif.ts';
import { answersOf, calibrateFacet, type FacetResult } from './facet.ts';
import type { Sample } from './sample.ts';

/** Completions a language needs before anything is estimated from its own data. */
export const NEEDED = 1_000;
/** Σ costs time in proportion to people and is precise enough with these. */
const MOST_FOR_SIGMA = 3_000;

/** What the answers of one language say of the items; under `NEEDED` completions only how many there are. */
export function calibrationReport(
  published: Published,
  sample: Sample,
  reliability: ObservedReliability | null,
  now: number,
): CalibrationReport {
  const { assessment, language, version, definition } = published;
  const { rows, genders, completions, careless, from, to } = sample;
  const base = {
    ...{ assessment, language, version, from, to, completions, careless, reliability },
    createdAt: new Date(now).toISOString(),
    used: rows.length,
    needed: NEEDED,
    proposedVersion: null,
  };
  if (completions < NEEDED) {
    const nothing = { facets: [], items: [], sigma: null, dependence: [], dif: null };
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
    dif: difByGender({ definition, rows, genders, facets }),
  };
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

/** Pairs of a facet's items that agree more than the facet explains, each facet against its own mean. */
function dependenceOf(
  { definition }: Published,
  facets: readonly FacetResult[],
  rows: readonly Int8Array[],
): CalibrationReport['dependence'] {
  return facets.flatMap(({ columns, own }) => {
    if (columns.length < 2) return [];
    const id = (i: number): string => definition.items[columns[i] ?? -1]?.id ?? '';
    return localDependence(own, answersOf(rows, columns))
      .filter(({ dependent }) => dependent)
      .map(({ first, second, n, q3 }) => ({ first: id(first), second: id(second), n, q3 }));
  });
}
