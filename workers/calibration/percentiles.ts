import { and, eq } from 'drizzle-orm';
import { type PercentileTable, percentileTable } from '../../psychometrics/percentiles/table.ts';
import type { Estimate } from '../../psychometrics/types.ts';
import type { Ctx } from '../context.ts';
import { percentileTables } from '../db/tables/calibration.ts';
import { type LocalPercentiles, percentilesKey } from '../profiles/percentiles.ts';
import type { Scores } from './scores.ts';

const rounded = (table: PercentileTable): PercentileTable => ({
  ...table,
  shares: table.shares.map((share) => Math.round(share * 1e6) / 1e6),
});

/** Tables of every scale; null before the thousandth person. */
export function localPercentiles({ axis, teto, egen, facets }: Scores): LocalPercentiles | null {
  const of = (scores: readonly Estimate[]) => percentileTable(scores.map(({ value }) => value));
  const [first, ...rest] = [axis, teto, egen, ...facets.map(({ scores }) => scores)].map(of);
  if (!first || !rest.every((table) => table !== null)) return null;
  const [tetoTable, egenTable, ...facetTables] = rest;
  if (!tetoTable || !egenTable) return null;
  return {
    n: first.n,
    ...{ axis: rounded(first), teto: rounded(tetoTable), egen: rounded(egenTable) },
    facets: facetTables.map(rounded),
  };
}

/** Stores the tables for good in D1 and, for results to read, in KV; both forget them when too few people are left. */
export async function keepPercentiles(
  { env, db, now }: Ctx,
  assessment: string,
  language: string,
  tables: LocalPercentiles | null,
): Promise<void> {
  const { assessmentId, language: inLanguage } = percentileTables;
  const key = percentilesKey(assessment, language);
  if (!tables) {
    await db.delete(percentileTables).where(and(eq(assessmentId, assessment), eq(inLanguage, language)));
    return env.PUBLISHED.delete(key);
  }
  const row = { assessmentId: assessment, language, table: JSON.stringify(tables), computedAt: now };
  await db
    .insert(percentileTables)
    .values(row)
    .onConflictDoUpdate({ target: [assessmentId, inLanguage], set: row });
  await env.PUBLISHED.put(key, row.table);
}
