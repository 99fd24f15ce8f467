import type { Table } from './table.ts';

export interface Stratified {
  /** χ² with 1 degree of freedom, no continuity correction */
  mantel: number | null;
  /** cumulative common odds ratio, above 1 when the focal group answers higher at equal standing; may be Infinity */
  liuAgresti: number | null;
  /** focal − reference mean at equal standing, weighted by the focal group, in categories */
  smd: number | null;
  /** the same in standard deviations of the item (all people, n − 1) */
  smdStandardised: number | null;
  /** people in strata with both groups: reference, focal */
  compared: [number, number];
}

/**
 * Mantel (1963), Liu & Agresti (1996) and Dorans & Schmitt's (1991) standardised mean difference. Only strata
 * with people of both groups count; null where there is none, or nobody in them answers differently.
 */
export function stratify({ x, categories, scores, counts, n }: Table): Stratified {
  let observed = 0;
  let expected = 0;
  let variance = 0;
  let concordant = 0;
  let discordant = 0;
  let gap = 0;
  let [reference, focal] = [0, 0];
  let total = 0;
  let totalSquare = 0;
  for (let s = 0; s < x.length; s++) {
    const own = s * 2 * categories;
    let [nR, nF, sumR, sumF, square] = [0, 0, 0, 0, 0];
    for (let k = 0; k < categories; k++) {
      const r = counts[own + k]!;
      const f = counts[own + categories + k]!;
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
    reference += nR;
    focal += nF;
    let [belowR, belowF] = [0, 0];
    for (let k = 0; k < categories - 1; k++) {
      belowR += counts[own + k]!;
      belowF += counts[own + categories + k]!;
      concordant += ((nF - belowF) * belowR) / size;
      discordant += (belowF * (nR - belowR)) / size;
    }
  }
  const compared: Stratified['compared'] = [reference, focal];
  if (!(variance > 0)) return { mantel: null, liuAgresti: null, smd: null, smdStandardised: null, compared };
  const sd = Math.sqrt((totalSquare - (total * total) / n) / (n - 1));
  return {
    mantel: (observed - expected) ** 2 / variance,
    liuAgresti: concordant / discordant,
    smd: gap / focal,
    smdStandardised: gap / focal / sd,
    compared,
  };
}
