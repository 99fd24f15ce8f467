import { type MapEstimate, styleLoading } from '../estimation/map.ts';
import { information } from '../model.ts';
import { dot } from '../numerics/linear.ts';
import type { Definition, Item } from '../types.ts';

const BEST = 4;
const best: Item[] = [];
const gains = new Float64Array(BEST);
const toward: number[] = [];

/** C·w: how each dimension hangs together with the axis. */
function aim({ weights }: Definition, { covariance, dimensions: n }: MapEstimate): readonly number[] {
  for (let i = 0; i < n; i++) toward[i] = dot(weights, covariance, i * n);
  return toward;
}

/**
 * How much an answer to `item` is expected to lower the axis' variance: I(v'Cw)² / (1 + I·v'Cv), where v holds the
 * item's loadings on all dimensions and I its expected information about z = v'θ. `cw` is C·w.
 */
export function expectedGain(
  definition: Definition,
  item: Item,
  estimate: MapEstimate,
  cw: readonly number[] = aim(definition, estimate),
): number {
  const { theta, covariance, dimensions: n } = estimate;
  const { facet } = item;
  const u = styleLoading(definition, item);
  const style = n - 1;
  const z = theta[facet]! + (u && u * theta[style]!);
  const reach = cw[facet]! + (u && u * cw[style]!);
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
  const cw = aim(definition, estimate);
  best.length = 0;
  for (const item of definition.items) {
    if (!allowed(item)) continue;
    const value = expectedGain(definition, item, estimate, cw);
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
