import { dot } from './linear.ts';
import { type MapEstimate, styleLoading } from './map.ts';
import { information } from './model.ts';
import type { Definition, Item } from './types.ts';

const BEST = 4;
const best: Item[] = [];
const gains = new Float64Array(BEST);
const proportion: number[] = [];

/**
 * How much one answer is expected to lower the axis' variance: I(v'Cw)² / (1 + I·v'Cv), where v holds the item's
 * loadings and `towards` is C·w.
 */
function gain(definition: Definition, item: Item, estimate: MapEstimate, towards: readonly number[]): number {
  const { theta, covariance, dimensions: n } = estimate;
  const { facet } = item;
  const u = styleLoading(definition, item);
  const style = n - 1;
  const z = theta[facet]! + (u && u * theta[style]!);
  const reach = towards[facet]! + (u && u * towards[style]!);
  const own = covariance[facet * n + facet]!;
  const variance =
    own + (u && 2 * u * covariance[facet * n + style]! + u * u * covariance[style * n + style]!);
  const i = information(item, z);
  return (i * reach * reach) / (1 + i * variance);
}

/**
 * The item to ask: among the allowed ones, one of the `candidates` (at most 4) that lower the axis' variance most,
 * taken by `luck` in [0, 1). Ties go to the lower index. Null when none is allowed.
 */
export function selectItem(
  definition: Definition,
  estimate: MapEstimate,
  allowed: (item: Item) => boolean,
  luck: number,
  candidates = BEST,
): Item | null {
  const { items, weights } = definition;
  const { covariance, dimensions: n } = estimate;
  for (let i = 0; i < n; i++) proportion[i] = dot(weights, covariance.subarray(i * n));
  best.length = 0;
  for (const item of items) {
    if (!allowed(item)) continue;
    const value = gain(definition, item, estimate, proportion);
    let place = best.length;
    while (place > 0 && value > gains[place - 1]!) place--;
    if (place >= candidates) continue;
    best.length = Math.min(best.length + 1, candidates);
    for (let k = best.length - 1; k > place; k--) {
      best[k] = best[k - 1]!;
      gains[k] = gains[k - 1]!;
    }
    best[place] = item;
    gains[place] = value;
  }
  return best[Math.floor(luck * best.length)] ?? null;
}
