import type { Responses } from '../calibration/patterns.ts';
import { refuseMissingCodes } from '../codes.ts';
import { alpha, alphaWithout, itemRest } from './alpha.ts';
import { completeRows, correlationOf, momentsOf } from './covariance.ts';
import { minresFactor, omegaTotal } from './omega.ts';

export interface ItemReliability {
  mean: number;
  sd: number;
  /** correlation with the sum of the other items; NaN where that does not vary */
  itemRest: number;
  /** NaN where it does not exist, as with two items */
  alphaIfDeleted: number;
}

export interface Reliability {
  /** of the pairwise covariances, as psych::alpha; NaN where the sum does not vary */
  alpha: number;
  /** one factor by minimum residuals on correlations; NaN below three items, or where there is no such factor */
  omegaTotal: number;
  items: ItemReliability[];
  /** what omega and the items' figures stand on: rows without a gap, or every pair of answers */
  basis: 'complete' | 'pairwise';
  /** rows with any answer, rows without a gap */
  n: number;
  nComplete: number;
}

function omegaOf(covariance: readonly (readonly number[])[]): number {
  const correlation = correlationOf(covariance);
  // Covariances and variances of different people can make correlations beyond 1, which no factor has.
  if (correlation.some((row) => row.some((r) => Math.abs(r) > 1 + 1e-9))) return Number.NaN;
  const factor = minresFactor(correlation);
  return factor.converged ? omegaTotal(factor) : Number.NaN;
}

/**
 * Classical reliability of one scale, categories reverse-coded. Alpha is of all pairs; omega and the items' figures
 * of complete rows where at least ten an item exist, else (adaptive data) of all pairs too.
 * Throws RangeError for fewer than two items, a gap no pair of answers fills, an item everybody answers alike, or
 * codes for "no answer" among the categories.
 */
export function reliability(responses: Responses): Reliability {
  const k = responses[0]?.length ?? 0;
  if (k < 2) throw new RangeError('responses: reliability needs at least 2 items');
  responses.forEach((row, r) => {
    if (row.length !== k) throw new RangeError(`responses[${r}] has ${row.length} entries, not ${k}`);
  });
  refuseMissingCodes(responses);
  const pairwise = momentsOf(responses);
  pairwise.covariance.forEach((row, i) => {
    if (Number.isNaN(pairwise.mean[i]!)) throw new RangeError(`responses: nobody answered item ${i}`);
    if (Number.isNaN(row[i]!)) throw new RangeError(`responses: only one person answered item ${i}`);
    if (!(row[i]! > 0)) throw new RangeError(`responses: item ${i} does not vary`);
  });
  pairwise.covariance.forEach((row, i) => {
    const gap = row.findIndex(Number.isNaN);
    if (gap >= 0) throw new RangeError(`responses: nobody answered both item ${i} and item ${gap}`);
  });
  const complete = completeRows(responses);
  const enough = complete.length === responses.length || complete.length >= 10 * k;
  const own = enough ? momentsOf(complete) : pairwise;
  const flat = own.covariance.findIndex((row, i) => !(row[i]! > 0));
  if (flat >= 0) throw new RangeError(`responses: item ${flat} does not vary among the complete rows`);
  return {
    alpha: alpha(pairwise.covariance),
    omegaTotal: k < 3 ? Number.NaN : omegaOf(own.covariance),
    items: own.covariance.map((row, i) => ({
      mean: own.mean[i]!,
      sd: Math.sqrt(row[i]!),
      itemRest: itemRest(own.covariance, i),
      alphaIfDeleted: alphaWithout(own.covariance, i),
    })),
    basis: enough ? 'complete' : 'pairwise',
    n: responses.filter((row) => row.some((category) => category != null)).length,
    nComplete: complete.length,
  };
}
