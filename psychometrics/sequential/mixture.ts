/**
 * Howard et al. (2021) two-sided normal mixture boundary for a sum with intrinsic time `v`:
 * √((v+ρ) ln((v+ρ)/(ρα²))). Holds at every time at once with probability 1 − α.
 */
export function normalMixtureBoundary(v: number, rho: number, alpha: number): number {
  return Math.sqrt((v + rho) * Math.log((v + rho) / (rho * alpha * alpha)));
}

/** The ρ that makes the boundary smallest at time `v`: v / (−W₋₁(−α²/e) − 1). Howard et al. (2021), (24). */
export function bestRho(v: number, alpha: number): number {
  // w = −W₋₁(−α²/e) solves w − ln w = 1 − ln α², w > 1; Newton from above.
  const target = 1 - 2 * Math.log(alpha);
  let w = target + Math.log(target) + 1;
  for (let i = 0; i < 50; i++) {
    const step = (w - Math.log(w) - target) / (1 - 1 / w);
    w -= step;
    if (Math.abs(step) < 1e-15 * w) break;
  }
  return v / (w - 1);
}

/** Radius about a running mean of `t` values with SD `sigma`, at every t at once. Waudby-Smith et al. (2024). */
export function asymptoticRadius(t: number, sigma: number, rho: number, alpha: number): number {
  const grown = t * rho * rho + 1;
  return sigma * Math.sqrt(((2 * grown) / (t * t * rho * rho)) * Math.log(Math.sqrt(grown) / alpha));
}

/**
 * Anytime-valid linear models (Lindon et al. 2022): `n` rows, `k` coefficients, mixture precision `g`.
 * Radii count standard errors of the coefficient.
 */
export interface LinearPlan {
  g: number;
  n: number;
  k: number;
}

/** √((g+n)/n · ln((g+n)/(gα²))), as if the residual variance were known. */
export function zRadius({ g, n }: LinearPlan, alpha: number): number {
  return Math.sqrt(((g + n) / n) * Math.log((g + n) / (g * alpha * alpha)));
}

/** The same with the variance estimated on n − k degrees of freedom; Infinity while α is out of reach. */
export function tRadius({ g, n, k }: LinearPlan, alpha: number): number {
  const df = n - k;
  const r = g / (g + n);
  const root = (r * alpha * alpha) ** (1 / (df + 1));
  const rest = root - r;
  return rest > 0 ? Math.sqrt((df * (1 - root)) / rest) : Infinity;
}

/** ln of the e-value of a squared t statistic; its p, valid at every look, is min(1, exp(−this)). */
export function logEvidence({ g, n, k }: LinearPlan, t2: number): number {
  const df = n - k;
  const r = g / (g + n);
  return Math.log(r) / 2 + ((df + 1) / 2) * (Math.log1p(t2 / df) - Math.log1p((r * t2) / df));
}

/** The g that makes `tRadius` smallest at n rows. Golden-section search on ln g. */
export function bestPrecision(n: number, k: number, alpha: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  const width = (x: number) => tRadius({ g: Math.exp(x), n, k }, alpha);
  let low = Math.log(1e-6);
  let high = Math.log(n) + 5;
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  for (let i = 0; i < 100; i++) {
    if (width(left) < width(right)) high = right;
    else low = left;
    left = high - ratio * (high - low);
    right = low + ratio * (high - low);
  }
  return Math.exp((low + high) / 2);
}
