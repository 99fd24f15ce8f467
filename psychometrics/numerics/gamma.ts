const HALF_LOG_2PI = 0.9189385332046727;

/** ln Γ(x), x > 0; relative error below 1e-15 for large x. Stirling's series after shifting x to 15 and beyond. */
export function logGamma(x: number): number {
  let shift = 1;
  while (x < 15) shift *= x++;
  const r = 1 / (x * x);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / x;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_2PI + series - Math.log(shift);
}

/**
 * P(χ² > x) with `df` degrees of freedom, the upper regularised incomplete gamma function Q(df/2, x/2).
 * Series below the mean, Lentz's continued fraction above (Press et al., Numerical Recipes, 6.2).
 */
export function chiSquareTail(x: number, df: number): number {
  if (Number.isNaN(x)) return x;
  if (!(x > 0)) return 1;
  if (x === Infinity) return 0;
  const a = df / 2;
  const z = x / 2;
  const front = Math.exp(a * Math.log(z) - z - logGamma(a));
  if (z < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = a + 1; term > sum * 1e-17; n++) {
      term *= z / n;
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = i * (a - i);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return front * h;
}
