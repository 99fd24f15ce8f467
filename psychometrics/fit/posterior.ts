/** Posterior of θ given one row (null is skipped), on the grid, summing to 1, into `out`; returns its mean. */
export function fillPosterior(
  all: readonly Float64Array[],
  row: readonly (number | null)[],
  theta: Float64Array,
  weight: Float64Array,
  out: Float64Array,
): number {
  const nodes = theta.length;
  out.set(weight);
  for (let i = 0; i < all.length; i++) {
    const category = row[i];
    if (category == null) continue;
    const table = all[i]!;
    const at = category * nodes;
    // Hundreds of answers would underflow: keep the products near 1.
    let top = 0;
    for (let q = 0; q < nodes; q++) {
      out[q]! *= table[at + q]!;
      if (out[q]! > top) top = out[q]!;
    }
    if (top < 1e-100) for (let q = 0; q < nodes; q++) out[q]! *= 1e100;
  }
  let mass = 0;
  let first = 0;
  for (let q = 0; q < nodes; q++) {
    mass += out[q]!;
    first += out[q]! * theta[q]!;
  }
  for (let q = 0; q < nodes; q++) out[q]! /= mass;
  return first / mass;
}
