/**
 * Inverts a symmetric positive definite n × n matrix (row-major) in place, by Gauss-Jordan without pivoting.
 * Returns the log determinant of what it was given.
 */
export function invert(matrix: Float64Array, n: number): number {
  let logDeterminant = 0;
  for (let p = 0; p < n; p++) {
    const row = p * n;
    logDeterminant += Math.log(matrix[row + p]!);
    const pivot = 1 / matrix[row + p]!;
    matrix[row + p] = 1;
    for (let j = 0; j < n; j++) matrix[row + j]! *= pivot;
    for (let i = 0; i < n; i++) {
      if (i === p) continue;
      const factor = matrix[i * n + p]!;
      matrix[i * n + p] = 0;
      for (let j = 0; j < n; j++) matrix[i * n + j]! -= factor * matrix[row + j]!;
    }
  }
  return logDeterminant;
}

/** aᵀ M b for a row-major n × n matrix; a and b may be shorter than n (missing entries are 0). */
export function bilinear(
  a: ArrayLike<number>,
  matrix: ArrayLike<number>,
  b: ArrayLike<number>,
  n: number,
): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) sum += a[i]! * matrix[i * n + j]! * b[j]!;
  }
  return sum;
}

/** aᵀ b over the length of a, b from `offset`. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>, offset = 0): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[offset + i]!;
  return sum;
}
