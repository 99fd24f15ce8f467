import type { MapEstimate } from '../estimation/map.ts';
import { normalCdf } from '../numerics/normal.ts';
import type { Definition, Estimate } from '../types.ts';
import { composite } from './composite.ts';

/** The axis A = w·θ (prior SD 1, Teto positive) and P(A > 0) = Φ(A / SE). */
export function axis({ weights }: Definition, estimate: MapEstimate): Estimate & { pTeto: number } {
  const { value, se } = composite(weights, estimate);
  return { value, se, pTeto: normalCdf(value / se) };
}

/** The facets with weights of one sign as a scale of its own, scaled to prior SD 1; high = much of that pole. */
export function pole({ weights, sigma }: Definition, sign: 1 | -1, estimate: MapEstimate): Estimate {
  const own = weights.map((weight) => Math.max(0, weight * sign));
  const variance = own.reduce((sum, a, i) => own.reduce((s, b, j) => s + a * b * sigma[i]![j]!, sum), 0);
  return composite(
    own.map((weight) => weight / Math.sqrt(variance)),
    estimate,
  );
}

/** Share (0..1) of the reference population below this axis value: the model's, not a norm. */
export function percentile(value: number): number {
  return normalCdf(value);
}
