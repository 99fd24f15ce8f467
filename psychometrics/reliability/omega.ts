type Matrix = readonly (readonly number[])[];

/** One common factor: loadings and unique variances, in the metric of the matrix. */
export interface Factor {
  loadings: number[];
  uniquenesses: number[];
  converged: boolean;
}

const LIMIT = 20_000;
/** No loading explains more of an item than this: a correlation that asks for more would give a negative variance. */
const MOST = Math.sqrt(0.995);

function finish(loadings: number[], uniquenesses: number[], converged: boolean): Factor {
  const sign = loadings.reduce((sum, x) => sum + x, 0) < 0 ? -1 : 1;
  return { loadings: loadings.map((x) => sign * x), uniquenesses, converged };
}

/**
 * One factor by minimum residuals (Harman & Jones, 1966): least squares over the entries off the diagonal of a
 * correlation matrix, one loading after the other until none moves; unique variances from .005 up (Harman & Fukuda,
 * 1966), as psych has them. At least three items.
 */
export function minresFactor(correlation: Matrix): Factor {
  const k = correlation.length;
  const loadings = correlation
    .map((row) => row.reduce((sum, x) => sum + x, -1) / (k - 1) || 0.1)
    .map((r) => Math.sign(r) * Math.sqrt(Math.abs(r)));
  let moved = 1;
  for (let step = 0; step < LIMIT && moved > 1e-12; step++) {
    moved = 0;
    for (let i = 0; i < k; i++) {
      let own = 0;
      let norm = 0;
      for (let j = 0; j < k; j++) {
        if (j === i) continue;
        own += correlation[i]![j]! * loadings[j]!;
        norm += loadings[j]! * loadings[j]!;
      }
      const next = norm > 0 ? Math.max(-MOST, Math.min(MOST, own / norm)) : 0;
      moved = Math.max(moved, Math.abs(next - loadings[i]!));
      loadings[i] = next;
    }
  }
  return finish(
    loadings,
    loadings.map((x) => 1 - x * x),
    moved <= 1e-12,
  );
}

/** One factor by maximum likelihood, of correlations or covariances: EM (Rubin & Thayer, 1982). */
export function mlFactor(matrix: Matrix): Factor {
  const k = matrix.length;
  const sd = matrix.map((row, i) => Math.sqrt(row[i]!));
  const r = matrix.map((row, i) => row.map((x, j) => x / (sd[i]! * sd[j]!)));
  const loadings = minresFactor(r).loadings.map((x) => Math.max(-0.95, Math.min(0.95, x)));
  const unique = loadings.map((x) => 1 - x * x);
  let moved = 1;
  for (let step = 0; step < LIMIT && moved > 1e-11; step++) {
    const scaled = loadings.map((x, i) => x / unique[i]!);
    const information = 1 + loadings.reduce((sum, x, i) => sum + x * scaled[i]!, 0);
    const beta = scaled.map((x) => x / information);
    const cross = r.map((row) => row.reduce((sum, x, j) => sum + x * beta[j]!, 0));
    const second = 1 / information + cross.reduce((sum, x, i) => sum + x * beta[i]!, 0);
    moved = 0;
    for (let i = 0; i < k; i++) {
      const next = cross[i]! / second;
      moved = Math.max(moved, Math.abs(next - loadings[i]!));
      loadings[i] = next;
      unique[i] = Math.max(1e-6, 1 - next * cross[i]!);
    }
  }
  const found = finish(loadings, unique, moved <= 1e-11);
  return {
    ...found,
    loadings: found.loadings.map((x, i) => x * sd[i]!),
    uniquenesses: found.uniquenesses.map((x, i) => x * sd[i]! * sd[i]!),
  };
}

/** McDonald's omega total of one factor: (Σλ)² / ((Σλ)² + Σψ). */
export function omegaTotal({ loadings, uniquenesses }: Factor): number {
  const common = loadings.reduce((sum, x) => sum + x, 0) ** 2;
  return common / (common + uniquenesses.reduce((sum, x) => sum + x, 0));
}
