/** Cumulative counts of two arms at one look: people (`n`) and successes (`x`). */
export interface Look {
  na: number;
  xa: number;
  nb: number;
  xb: number;
}

/** `tau2` is the variance of the mixing N(0, τ²) over the difference of rates; `alpha` the error rate, 0..1. */
export interface SequentialPlan {
  tau2: number;
  alpha: number;
  looks: readonly Look[];
}

/** `p` is valid at whatever look one stops; `ci` holds rate B − rate A at every look at once, 1 − α sure. */
export interface SequentialLook {
  lambda: number;
  p: number;
  ci: [number, number];
}

function check({ tau2, alpha, looks }: SequentialPlan): void {
  if (!(tau2 > 0 && tau2 < Infinity)) throw new RangeError('tau2: a positive number');
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha: between 0 and 1');
  looks.forEach((look, i) => {
    for (const [n, x] of [
      ['na', 'xa'],
      ['nb', 'xb'],
    ] as const) {
      if (!(Number.isInteger(look[n]) && look[n] >= 0)) throw new RangeError(`looks[${i}].${n}: a count`);
      if (!(Number.isInteger(look[x]) && look[x] >= 0 && look[x] <= look[n])) {
        throw new RangeError(`looks[${i}].${x}: a count up to ${n}`);
      }
      const before = looks[i - 1];
      if (before && (look[n] < before[n] || look[x] < before[x])) {
        throw new RangeError(`looks[${i}].${n}: counts are cumulative, they cannot fall`);
      }
    }
  });
}

/**
 * Mixture sequential probability ratio test of two rates at every look (Johari, Pekelis & Walsh 2017), by the
 * normal approximation with V = p_a(1 − p_a)/n_a + p_b(1 − p_b)/n_b:
 * Λ = √(V/(V+τ²))·exp(τ²d²/(2V(V+τ²))), p = min over looks of 1/Λ, radius √(V(V+τ²)/τ²·(2 ln(1/α) + ln((V+τ²)/V))).
 * A look where V is 0 (an arm empty, or every rate 0 or 1) cannot tell: Λ 1, p as before, ci [−1, 1].
 * Throws RangeError naming the field that is out of range.
 */
export function sequentialTest(plan: SequentialPlan): { looks: SequentialLook[] } {
  check(plan);
  const { tau2, alpha } = plan;
  let p = 1;
  const looks = plan.looks.map(({ na, xa, nb, xb }): SequentialLook => {
    const a = xa / na;
    const b = xb / nb;
    const v = (a * (1 - a)) / na + (b * (1 - b)) / nb;
    if (!(v > 0)) return { lambda: 1, p, ci: [-1, 1] };
    const d = b - a;
    const exponent = (tau2 * d * d) / (2 * v * (v + tau2));
    // The exponential overflows long before a p-value is of no more use: JSON has no infinity.
    const lambda = Math.min(Number.MAX_VALUE, Math.sqrt(v / (v + tau2)) * Math.exp(exponent));
    p = Math.min(p, 1 / lambda);
    // Roots one by one: the product of tiny variances leaves the range of doubles.
    const radius =
      ((Math.sqrt(v) * Math.sqrt(v + tau2)) / Math.sqrt(tau2)) *
      Math.sqrt(-2 * Math.log(alpha) + Math.log1p(tau2 / v));
    return { lambda, p, ci: [d - radius, d + radius] };
  });
  return { looks };
}

/** The narrowest band so far: the intersection of all looks' intervals; empty (lo > hi) if the rates drifted. */
export function runningBands(looks: readonly SequentialLook[]): [number, number][] {
  let lo = -1;
  let hi = 1;
  return looks.map(({ ci }) => {
    lo = Math.max(lo, ci[0]);
    hi = Math.min(hi, ci[1]);
    return [lo, hi];
  });
}
