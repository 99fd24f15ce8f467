import { selectItem } from '../adaptive/select.ts';
import { stopReason } from '../adaptive/stop.ts';
import { estimateMap, type MapEstimate } from '../estimation/map.ts';
import { axis } from '../scoring/axis.ts';
import type { Definition, Estimate, Item, StopRule } from '../types.ts';

export interface AxisStep {
  item: Item;
  response: number;
  theta: number[];
  se: number[];
  axis: Estimate & { pTeto: number };
}

export interface AxisRun {
  steps: AxisStep[];
  /** after the last step; the prior without any */
  estimate: MapEstimate;
  axis: Estimate & { pTeto: number };
}

export interface AxisRules {
  stop: StopRule;
  /** items a facet gets before any facet gets more */
  perFacetFirst: number;
  /** 1–4: one of so many best items, by `luck(step)` in [0, 1) */
  candidates: number;
  luck: (step: number) => number;
}

/**
 * An adaptive test of the axis without the product's rules of serving (first item, keys, pretest): the selection alone,
 * as the reference traces take it. `answer` gives the reverse-coded category.
 */
export function runAxis(
  definition: Definition,
  answer: (item: Item) => number,
  { stop, perFacetFirst, candidates, luck }: AxisRules,
): AxisRun {
  const steps: AxisStep[] = [];
  const asked: Item[] = [];
  const responses: number[] = [];
  const counts = definition.facets.map(() => 0);
  const used = new Set<Item>();
  const open = (item: Item) => !used.has(item);
  const filling = (item: Item) => counts[item.facet]! < perFacetFirst && open(item);
  let estimate = estimateMap(definition, asked, responses);
  let placed = axis(definition, estimate);
  while (!stopReason(stop, asked.length, placed.se)) {
    const chance = luck(asked.length);
    const item =
      selectItem(definition, estimate, filling, chance, candidates) ??
      selectItem(definition, estimate, open, chance, candidates);
    if (!item) break;
    used.add(item);
    counts[item.facet]!++;
    asked.push(item);
    responses.push(answer(item));
    estimate = estimateMap(definition, asked, responses);
    placed = axis(definition, estimate);
    const n = estimate.dimensions;
    steps.push({
      item,
      response: responses.at(-1)!,
      theta: Array.from(estimate.theta),
      se: Array.from(estimate.theta, (_, i) => Math.sqrt(estimate.covariance[i * n + i]!)),
      axis: placed,
    });
  }
  return { steps, estimate, axis: placed };
}
