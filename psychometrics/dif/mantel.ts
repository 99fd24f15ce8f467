import type { Table } from './table.ts';

export interface Stratified {
  /** χ² with 1 degree of freedom, no continuity correction */
  mantel: number;
  /** cumulative common odds ratio, above 1 when the focal group answers higher at equal standing */
  liuAgresti: number;
  /** focal − reference mean at equal standing, weighted by the focal group, in categories */
  smd: number;
  /** the same in standard deviations of the item (all people, n − 1) */
  smdStandardised: number;
}

/**
 * Mantel (1963), Liu & Agresti (1996) and Dorans & Schmitt's (1991) standardised mean difference. Only strata
 * with people of both groups count; NaN where there is none, or nothing varies.
 */
export function stratify({ x, categories, scores, counts, n }: Table): Stratified {
  let observed = 0;
  let expected = 0;
  let variance = 0;
  let concordant = 0;
  let discordant = 0;
  let gap = 0;
  let focal = 0;
  let total = 0;
  let totalSquare = 0;
  for (let s = 0; s < x.length; s++) {
    const reference = s * 2 * categories;
    let [nR, nF, sumR, sumF, square] = [0, 0, 0, 0, 0];
    for (let k = 0; k < categories; k++) {
      const r = counts[reference + k]!;
      const f = counts[reference + categories + k]!;
      nR += r;
      nF += f;
      sumR += r * scores[k]!;
      sumF += f * scores[k]!;
      square += (r + f) * scores[k]! ** 2;
    }
    const size = nR + nF;
    const sum = sumR + sumF;
    total += sum;
    totalSquare += square;
    if (nR === 0 || nF === 0) continue;
    observed += sumF;
    expected += (nF * sum) / size;
    variance += (nF * nR * (size * square - sum * sum)) / (size * size * (size - 1));
    gap += nF * (sumF / nF - sumR / nR);
    focal += nF;
    let [belowR, belowF] = [0, 0];
    for (let k = 0; k < categories - 1; k++) {
      belowR += counts[reference + k]!;
      belowF += counts[reference + categories + k]!;
      concordant += ((nF - belowF) * belowR) / size;
      discordant += (belowF * (nR - belowR)) / size;
    }
  }
  const sd = Math.sqrt((totalSquare - (total * total) / n) / (n - 1));
  return {
    mantel: (observed - expected) ** 2 / variance,
    liuAgresti: concordant / discordant,
    smd: gap / focal,
    smdStandardised: gap / focal / sd,
  };
}
