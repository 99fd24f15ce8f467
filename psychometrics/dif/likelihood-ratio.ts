import type { Responses } from '../calibration/patterns.ts';
import { chiSquareTail } from '../numerics/gamma.ts';
import { readGroups } from './sheet.ts';
import { fitTwoGroups, readTwoGroups } from './two-groups.ts';

export interface LikelihoodRatio {
  item: number;
  /** twice the gain in log-likelihood when the item may differ between the groups */
  chi2: number;
  df: number;
  p: number;
  /** all fits converged */
  converged: boolean;
}

export interface LikelihoodRatioDif {
  /** the focal group beside the reference N(0, 1), all items equal */
  focal: { mean: number; variance: number };
  logLik: number;
  /** one an item asked for; without those where a group shows fewer than two categories, or none of the other's */
  items: LikelihoodRatio[];
}

/**
 * IRT likelihood-ratio DIF (Thissen, Steinberg & Wainer 1993): each studied item's slope and thresholds freed for
 * the focal group (1), all others its anchor. Missing answers are skipped, so sparse data will do. Slower than
 * `difAnalysis` by far: a marginal maximum-likelihood fit an item.
 */
export function likelihoodRatioDif(
  responses: Responses,
  group: readonly number[],
  studied: readonly number[] = (responses[0] ?? []).map((_, item) => item),
): LikelihoodRatioDif {
  const groups = readGroups(group, responses.length);
  const parameters = (columns: readonly number[][]) => columns.reduce((sum, codes) => sum + codes.length, 0);
  const together = readTwoGroups(responses, groups);
  const equal = fitTwoGroups(together);
  const items = studied.flatMap((item): LikelihoodRatio[] => {
    const used = [new Set<number>(), new Set<number>()];
    responses.forEach((row, i) => {
      if (row[item] != null) used[groups[i]!]!.add(row[item]);
    });
    if (used.some((categories) => categories.size < 2)) return [];
    const split = responses.map((row, i) => {
      const own = row[item] ?? null;
      const left = row.map((category, j) => (j === item && groups[i] ? null : category));
      return [...left, groups[i] ? own : null];
    });
    const apart = readTwoGroups(split, groups);
    const df = parameters(apart.patterns.codes) - parameters(together.patterns.codes);
    // Groups that share no category have no parameter in common to test.
    if (df <= 0) return [];
    const free = fitTwoGroups(apart);
    const chi2 = Math.max(0, 2 * (free.logLik - equal.logLik));
    return [{ item, chi2, df, p: chiSquareTail(chi2, df), converged: equal.converged && free.converged }];
  });
  return { focal: { mean: equal.mean, variance: equal.variance }, logLik: equal.logLik, items };
}
