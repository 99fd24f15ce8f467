import { type Placed, placed } from '../../psychometrics/percentiles/standing.ts';
import { localPercentile, type PercentileTable } from '../../psychometrics/percentiles/table.ts';
import { percentile } from '../../psychometrics/scoring/axis.ts';
import type { Percentiles, Score } from '../contract/score.ts';
import type { ProfileRow } from '../db/profile-row.ts';

/** Where scores stand among the people who took the test here in one language, by scale. */
export interface LocalPercentiles {
  n: number;
  axis: PercentileTable;
  teto: PercentileTable;
  egen: PercentileTable;
  facets: PercentileTable[];
}

export const percentilesKey = (assessment: string, language: string): string =>
  `percentiles:${assessment}:${language}`;

const KEPT_FOR_MS = 10 * 60_000;
const kept = new Map<string, { tables: LocalPercentiles | null; until: number }>();

/**
 * A score's percentiles: among the people here once there are enough in that language, else the model's. The tables
 * come from this isolate or KV, never from D1: a result page is read too often for that.
 */
export async function percentilesOf(
  { PUBLISHED }: Pick<Env, 'PUBLISHED'>,
  { assessmentId, language, score }: Pick<ProfileRow, 'assessmentId' | 'language' | 'score'>,
  now: number,
): Promise<Percentiles> {
  const key = percentilesKey(assessmentId, language);
  let known = kept.get(key);
  if (!known || known.until <= now) {
    const tables = await PUBLISHED.get<LocalPercentiles>(key, 'json').catch(() => known?.tables ?? null);
    known = { tables, until: now + KEPT_FOR_MS };
    kept.set(key, known);
  }
  const { tables } = known;
  return tables && tables.facets.length === score.facets.length ? local(tables, score) : model(score);
}

/** By scale: the share (0..1) of the people compared with below a value. */
interface Below {
  axis: (value: number) => number;
  teto: (value: number) => number;
  egen: (value: number) => number;
  facets: ((value: number) => number)[];
}

const range = ({ low, high }: Placed) => ({ low, high });

function percentiles({ axis, poles, facets }: Score, below: Below): Omit<Percentiles, 'basis' | 'n'> {
  const places = {
    axis: placed(below.axis, axis),
    teto: placed(below.teto, poles.teto),
    egen: placed(below.egen, poles.egen),
    facets: facets.map((facet, i) => placed(below.facets[i] ?? percentile, facet)),
  };
  return {
    axis: places.axis.at,
    teto: places.teto.at,
    egen: places.egen.at,
    facets: places.facets.map(({ at }) => at),
    ranges: {
      axis: range(places.axis),
      teto: range(places.teto),
      egen: range(places.egen),
      facets: places.facets.map(range),
    },
  };
}

const inTable = (table: PercentileTable) => (value: number) => localPercentile(table, value).value;

function local({ n, axis, teto, egen, facets }: LocalPercentiles, score: Score): Percentiles {
  const below = {
    axis: inTable(axis),
    teto: inTable(teto),
    egen: inTable(egen),
    facets: facets.map(inTable),
  };
  return { basis: 'local', n, ...percentiles(score, below) };
}

// Every scale has mean 0 and SD 1 in the reference population the parameters come from, so Φ says the share below.
function model(score: Score): Percentiles {
  const below = {
    axis: percentile,
    teto: percentile,
    egen: percentile,
    facets: score.facets.map(() => percentile),
  };
  return { basis: 'model', n: null, ...percentiles(score, below) };
}
