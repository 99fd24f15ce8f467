/** ln Σ exp: of probabilities too small to be added as they are. */
export function logSumExp(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

/** Jeffreys' prior of a distribution of categories. */
const JEFFREYS = 0.5;

/**
 * Log marginal probability of categories, in order, drawn from one unknown distribution over `categories` of them: a
 * Dirichlet-multinomial without the multinomial coefficient, Γ(Kα)/Γ(Kα + n) · Π Γ(α + n_k)/Γ(α).
 */
export function logOwnDistribution(raw: readonly number[], categories: number, alpha = 1): number {
  const counts: number[] = [];
  return raw.reduce((sum, category, i) => {
    const before = counts[category] ?? 0;
    counts[category] = before + 1;
    return sum + Math.log((alpha + before) / (i + categories * alpha));
  }, 0);
}

/** The same where the distribution depends on the category before (a first-order Markov chain): turns, rounds, runs. */
export function logFromLast(raw: readonly number[], categories: number): number {
  const rows: number[][] = Array.from({ length: categories }, () => []);
  raw.forEach((category, i) => {
    if (i) rows[raw[i - 1]!]!.push(category);
  });
  // The first answer has none before it: any category.
  return rows.reduce(
    (sum, row) => sum + logOwnDistribution(row, categories, JEFFREYS),
    raw.length ? -Math.log(categories) : 0,
  );
}

/**
 * Log marginal probability of raw categories given without reading: from one own distribution (prior weight ½), each
 * from the last (¼), or evenly at random (¼).
 */
export function logWithoutReading(raw: readonly number[], categories: number): number {
  return (
    logSumExp([
      logOwnDistribution(raw, categories) + Math.LN2,
      logFromLast(raw, categories),
      -raw.length * Math.log(categories),
    ]) - Math.log(4)
  );
}
