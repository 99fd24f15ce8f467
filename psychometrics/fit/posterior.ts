/** Posterior of θ given one row (null is skipped), on the grid, summing to 1, into `out`; returns its mean. */
export function fillPosterior(
  logTables: readonly Float64Array[],
  row: readonly (number | null)[],
  theta: Float64Array,
  logWeight: Float64Array,
  out: Float64Array,
): number {
  const nodes = theta.length;
  out.set(logWeight);
  for (let i = 0; i < logTables.length; i++) {
    const category = row[i];
    if (category == null) continue;
    const table = logTables[i]!;
    const at = category * nodes;
    for (let q = 0; q < nodes; q++) out[q]! += table[at + q]!;
  }
  // In logs: a product of hundreds of answers is 0.
  let top = -Infinity;
  for (let q = 0; q < nodes; q++) if (out[q]! > top) top = out[q]!;
  let mass = 0;
  let first = 0;
  for (let q = 0; q < nodes; q++) {
    out[q] = Math.exp(out[q]! - top);
    mass += out[q]!;
    first += out[q]! * theta[q]!;
  }
  for (let q = 0; q < nodes; q++) out[q]! /= mass;
  return first / mass;
}
