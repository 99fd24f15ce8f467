import type { MapEstimate } from '../estimation/map.ts';
import { bilinear, dot } from '../numerics/linear.ts';
import type { Estimate } from '../types.ts';

/** A weighted sum of dimensions with its posterior SE. A file of its own: a running test needs no more of the axis. */
export function composite(
  weights: readonly number[],
  { theta, covariance, dimensions }: MapEstimate,
): Estimate {
  return { value: dot(weights, theta), se: Math.sqrt(bilinear(weights, covariance, weights, dimensions)) };
}
