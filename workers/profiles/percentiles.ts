import { percentile } from '../../psychometrics/scoring/axis.ts';
import { localPercentile, type PercentileTable } from '../../psychometrics/percentiles/table.ts';
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

const hundred = (table: PercentileTable, value: number): number => 100 * localPercentile(table, value).value;

function local({ n, axis, teto, egen, facets }: LocalPercentiles, score: Score): Percentiles {
  return {
    basis: 'local',
    n,
    axis: hundred(axis, score.axis.value),
    teto: hundred(teto, score.poles.teto.value),
    egen: hundred(egen, score.poles.egen.value),
    facets: facets.map((table, index) => hundred(table, score.facets[index]?.value ?? 0)),
  };
}

const percent = (value: number): number => 100 * percentile(value);

// Every scale has mean 0 and SD 1 in the reference population the parameters come from, so Φ says the share below.
function model({ axis, poles, facets }: Score): Percentiles {
  return {
    basis: 'model',
    n: null,
    axis: percent(axis.value),
    teto: percent(poles.teto.value),
    egen: percent(poles.egen.value),
    facets: facets.map(({ value }) => percent(value)),
  };
}
