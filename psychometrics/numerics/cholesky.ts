/** Lower triangular L with L Lᵀ = matrix (Cholesky). Throws RangeError unless positive definite. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const root: number[][] = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    root.push(own);
    for (let j = 0; j <= i; j++) {
      const other = root[j]!;
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= own[k]! * other[k]!;
      if (i === j && !(rest > 0)) throw new RangeError('sigma is not positive definite');
      own[j] = i === j ? Math.sqrt(rest) : rest / other[j]!;
    }
  });
  return root;
}
