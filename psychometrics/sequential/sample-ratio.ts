import { chiSquareTail, logGamma } from '../numerics/gamma.ts';

/**
 * Sequential sample-ratio mismatch (Lindon & Malek 2022): the e-value of counts `x` against shares `expected`
 * (sum 1), mixed over a Dirichlet(`prior`). 1/e is a p-value valid at every look. Capped at the largest double.
 */
export function dirichletEvidence(
  x: readonly number[],
  expected: readonly number[],
  prior: readonly number[] = expected.map(() => 1),
): number {
  let total = 0;
  let count = 0;
  let log = 0;
  for (let i = 0; i < x.length; i++) {
    total += prior[i]!;
    count += x[i]!;
    log += logGamma(prior[i]! + x[i]!) - logGamma(prior[i]!) - (x[i] ? x[i]! * Math.log(expected[i]!) : 0);
  }
  return Math.min(Number.MAX_VALUE, Math.exp(log + logGamma(total) - logGamma(total + count)));
}

/** E-value of `successes` of `n` against the rate `p0`, mixed over Beta(a, b): the two-arm case. */
export function betaBinomialEvidence(successes: number, n: number, p0: number, a = 1, b = 1): number {
  return dirichletEvidence([successes, n - successes], [p0, 1 - p0], [a, b]);
}

export interface SampleRatio {
  /** Pearson's χ² and its p: right for one look only */
  chi2: number;
  df: number;
  p: number;
  /** e-value at this look, and the p that stays valid however often one looks (the least so far) */
  e: number;
  anytimeP: number;
}

/**
 * Whether arms filled in the shares meant, at each look of cumulative `counts`. Shares are scaled to sum 1.
 * Throws RangeError for counts that do not fit the shares, or are no counts.
 */
export function sampleRatio(
  looks: readonly (readonly number[])[],
  shares: readonly number[],
  prior?: readonly number[],
): SampleRatio[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (shares.length < 2 || !shares.every((share) => share > 0))
    throw new RangeError('shares: two or more, > 0');
  const expected = shares.map((share) => share / sum);
  let anytimeP = 1;
  return looks.map((counts, look) => {
    if (counts.length !== shares.length || !counts.every((x) => Number.isInteger(x) && x >= 0)) {
      throw new RangeError(`looks[${look}]: a count for each share`);
    }
    const n = counts.reduce((total, x) => total + x, 0);
    const chi2 = n ? counts.reduce((s, x, i) => s + (x - n * expected[i]!) ** 2 / (n * expected[i]!), 0) : 0;
    const e = dirichletEvidence(counts, expected, prior);
    anytimeP = Math.min(anytimeP, 1 / e);
    const df = shares.length - 1;
    return { chi2, df, p: chiSquareTail(chi2, df), e, anytimeP };
  });
}
