import type { MapEstimate } from '../estimation/map.ts';
import type { Definition, Item } from '../types.ts';
import { selectItem } from './select.ts';

const FILL = 2;

/** `plusOnly` bars reverse-keyed items; `luck` and `candidates` as in `selectItem`. */
export interface Choice {
  plusOnly?: boolean;
  luck?: number;
  candidates?: number;
}

/** The scored item to ask after `asked`: facets with fewer than two first, then any; none twice. Null: none left. */
export function adapt(
  definition: Definition,
  estimate: MapEstimate,
  asked: readonly Item[],
  { plusOnly = false, luck = 0, candidates }: Choice = {},
): Item | null {
  const counts = definition.facets.map(() => 0);
  const used = new Set<Item>();
  for (const item of asked) {
    counts[item.facet]!++;
    used.add(item);
  }
  const allowed = (item: Item) => !item.pretest && !used.has(item) && !(plusOnly && item.key < 0);
  const filling = (item: Item) => counts[item.facet]! < FILL && allowed(item);
  return (
    selectItem(definition, estimate, filling, luck, candidates) ??
    selectItem(definition, estimate, allowed, luck, candidates)
  );
}
