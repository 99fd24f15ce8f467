import type { Responses } from '../calibration/patterns.ts';

export interface Moments {
  /** persons behind it: rows without a gap, or all */
  n: number;
  mean: number[];
  covariance: number[][];
}

/** Rows without a missing answer. */
export function completeRows(responses: Responses): number[][] {
  return responses.filter((row): row is number[] => row.every((category) => category != null));
}

function covarianceOf(responses: Responses, i: number, j: number): number {
  let n = 0;
  let mx = 0;
  let my = 0;
  let product = 0;
  for (const row of responses) {
    const x = row[i];
    const y = row[j];
    if (x == null || y == null) continue;
    n++;
    const dx = x - mx;
    mx += dx / n;
    my += (y - my) / n;
    product += dx * (y - my);
  }
  return n > 1 ? product / (n - 1) : Number.NaN;
}

/**
 * Means of all who answered an item, covariances of all who answered both (divisor n − 1, means of those same
 * persons), as R's `cov(use = "pairwise")`. NaN where fewer than two persons answered both.
 */
export function momentsOf(responses: Responses): Moments {
  const items = responses[0]?.length ?? 0;
  const covariance = Array.from({ length: items }, () => new Array<number>(items).fill(0));
  const mean = covariance.map((_, i) => {
    let n = 0;
    let sum = 0;
    for (const row of responses) {
      if (row[i] == null) continue;
      n++;
      sum += row[i]!;
    }
    return sum / n;
  });
  for (let i = 0; i < items; i++) {
    for (let j = 0; j <= i; j++) {
      const value = covarianceOf(responses, i, j);
      covariance[i]![j] = value;
      covariance[j]![i] = value;
    }
  }
  return { n: responses.length, mean, covariance };
}

export function correlationOf(covariance: readonly (readonly number[])[]): number[][] {
  return covariance.map((row, i) => row.map((value, j) => value / Math.sqrt(row[i]! * covariance[j]![j]!)));
}
