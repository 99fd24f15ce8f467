import { cholesky } from '../numerics/cholesky.ts';
import { invert } from '../numerics/linear.ts';

/** Whether a row-major matrix is positive definite, by trial. */
function positiveDefinite(matrix: Float64Array, n: number): boolean {
  try {
    cholesky(Array.from({ length: n }, (_, i) => Array.from(matrix.subarray(i * n, (i + 1) * n))));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A parameter whose information is lost in rounding beside what it was taken from. */
const ROUNDING = 1e-10;

/**
 * The covariance of all parameters, row-major, from their information; `first[i]` … are item i's. Items the data do
 * not determine (slopes that run away, or could be exchanged for another's) are taken as known: their rows are NaN.
 */
export function covarianceOf(information: Float64Array, first: Int32Array): Float64Array {
  const n = Math.sqrt(information.length);
  const covariance = new Float64Array(n * n).fill(Number.NaN);
  let kept = Array.from({ length: first.length - 1 }, (_, i) => i);
  while (kept.length > 0) {
    const at = kept.flatMap((i) =>
      Array.from({ length: first[i + 1]! - first[i]! }, (_, k) => first[i]! + k),
    );
    const size = at.length;
    const part = Float64Array.from(at.flatMap((r) => at.map((c) => information[r * n + c]!)));
    const inverse = part.slice();
    invert(inverse, size);
    // 1 − R² of a parameter on all others: 0 where they determine it.
    const lost = at.filter((_, j) => !(1 / (part[j * size + j]! * inverse[j * size + j]!) > ROUNDING));
    const sound = kept.filter((i) => lost.every((r) => r < first[i]! || r >= first[i + 1]!));
    if (sound.length === kept.length) {
      if (!positiveDefinite(part, size)) return covariance;
      at.forEach((r, i) => {
        at.forEach((c, j) => {
          covariance[r * n + c] = inverse[i * size + j]!;
        });
      });
      return covariance;
    }
    kept = sound;
  }
  return covariance;
}
