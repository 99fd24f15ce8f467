import type { Estimate } from '../../../../psychometrics/types.ts';

/** Two measurements differ by more than noise once their difference is this many times its standard error: 5 %, two-sided. */
const NOISE = 1.96;

export interface Change {
  /** Later less earlier, prior SD. */
  difference: number;
  /** More than noise would do: |difference| / √(se₁² + se₂²) ≥ 1.96. */
  real: boolean;
}

/** What has changed from one measurement to a later one. */
export function change(earlier: Estimate, later: Estimate): Change {
  const difference = later.value - earlier.value;
  const noise = Math.hypot(earlier.se, later.se);
  return { difference, real: Math.abs(difference) >= NOISE * noise && difference !== 0 };
}
