/** Gauss–Hermite nodes and log-weights for ∫ f(x) exp(−x²/2) dx, up to a constant: by Newton on He_n. */
export function gaussHermite(n: number): { node: number[]; logWeight: number[] } {
  const at = (x: number) => {
    // Orthonormal recurrence: no overflow at any n.
    let before = 0;
    let value = 1;
    for (let k = 0; k < n; k++) {
      [before, value] = [value, (x * value - Math.sqrt(k) * before) / Math.sqrt(k + 1)];
    }
    return { value, before };
  };
  const node: number[] = [];
  const logWeight: number[] = [];
  // All roots lie within ±2√n, at least 3/√n apart; the odd start keeps the grid off the root at 0.
  const step = 0.5 / Math.sqrt(n);
  for (let x = -2 * Math.sqrt(n) - 0.317 * step; node.length < n; x += step) {
    if (at(x).value * at(x + step).value > 0) continue;
    let [lo, hi] = [x, x + step];
    for (let i = 0; i < 60; i++) {
      const middle = (lo + hi) / 2;
      if (at(lo).value * at(middle).value <= 0) hi = middle;
      else lo = middle;
    }
    node.push((lo + hi) / 2);
    logWeight.push(-2 * Math.log(Math.abs(at((lo + hi) / 2).before)));
  }
  return { node, logWeight };
}
