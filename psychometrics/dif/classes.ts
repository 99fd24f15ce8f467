/** A negligible, B moderate, C large. */
export type EffectClass = 'A' | 'B' | 'C';

const LEVEL = 0.05;

/**
 * The ETS/NAEP rule for items of several categories (Zwick, Donoghue & Grima 1993): A without a significant
 * Mantel χ² or with |SMD| / SD up to .17, B up to .25, C beyond.
 */
export function etsClass(mantelP: number, smdStandardised: number): EffectClass {
  const size = Math.abs(smdStandardised);
  if (!(mantelP < LEVEL) || !(size > 0.17)) return 'A';
  return size > 0.25 ? 'C' : 'B';
}

/** Jodoin & Gierl (2001): change of Nagelkerke's R² below .035 is A, below .070 B, else C, if χ² is significant. */
export function jodoinGierlClass(p: number, change: number): EffectClass {
  if (!(p < LEVEL) || change < 0.035) return 'A';
  return change < 0.07 ? 'B' : 'C';
}

/** null, not judged, unless both are. */
export function worse(a: EffectClass | null, b: EffectClass | null): EffectClass | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
