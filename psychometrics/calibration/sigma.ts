import type { Curve } from '../model.ts';
import { type Correlation, correlate, type FacetCorrelations, facetLikelihoods } from './correlate.ts';
import type { Responses } from './patterns.ts';

/** Eigenvalues of a symmetric matrix, ascending, by Jacobi's rotations. */
export function eigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const m = matrix.map((row) => [...row]);
  const n = m.length;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apart = m[p]![q]!;
        off += apart * apart;
        if (Math.abs(apart) < 1e-15) continue;
        const angle = Math.atan2(2 * apart, m[q]![q]! - m[p]![p]!) / 2;
        const c = Math.cos(angle);
        const s = Math.sin(angle);
        for (const row of m) {
          const [x, y] = [row[p]!, row[q]!];
          row[p] = c * x - s * y;
          row[q] = s * x + c * y;
        }
        const [top, bottom] = [[...m[p]!], [...m[q]!]];
        for (let k = 0; k < n; k++) {
          m[p]![k] = c * top[k]! - s * bottom[k]!;
          m[q]![k] = s * top[k]! + c * bottom[k]!;
        }
      }
    }
    if (off < 1e-24) break;
  }
  return m.map((row, i) => row[i]!).sort((a, b) => a - b);
}

const LEAST_EIGENVALUE = 0.01;

/**
 * Facet correlations Σ from data: every pair by itself by maximum likelihood with the item parameters fixed
 * (`correlate`), put together. Pairs need not make a positive definite whole: where the smallest eigenvalue falls
 * below .01, all correlations shrink towards 0 by the factor that restores it. `facets[f].items` are calibrated
 * items beside the columns of `facets[f].responses`; rows are the same persons in every facet.
 * Response style is not modelled: with loading .4 and keys about balanced it moves Σ by less than .01 on average.
 */
export function facetCorrelations(
  facets: readonly { items: readonly Curve[]; responses: Responses }[],
): FacetCorrelations {
  const likelihoods = facets.map(({ items, responses }) => facetLikelihoods(items, responses));
  const sigma = facets.map((_, i) => facets.map((_, j): number => (i === j ? 1 : 0)));
  const se = facets.map(() => facets.map(() => 0));
  let converged = true;
  const put = (i: number, j: number, found: Correlation) => {
    sigma[i]![j] = found.value;
    se[i]![j] = found.se;
  };
  for (let i = 0; i < facets.length; i++) {
    for (let j = 0; j < i; j++) {
      const found = correlate(likelihoods[i]!, likelihoods[j]!);
      put(i, j, found);
      put(j, i, found);
      converged &&= found.converged;
    }
  }
  const smallestEigenvalue = eigenvalues(sigma)[0]!;
  if (smallestEigenvalue < LEAST_EIGENVALUE) {
    const shrink = (1 - LEAST_EIGENVALUE) / (1 - smallestEigenvalue);
    sigma.forEach((row, i) => {
      row.forEach((value, j) => {
        if (i !== j) row[j] = value * shrink;
      });
    });
  }
  return { sigma, se, converged, smallestEigenvalue };
}
