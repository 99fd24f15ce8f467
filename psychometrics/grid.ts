import { type Curve, information } from './model.ts';

/** A posterior's SD is at least so many spacings … */
const NARROWEST = 0.75;
/** … and no slope times the spacing is more than this: sums over the nodes are right to 1e-4 of themselves. */
const STEEPEST = 2;

export interface Wanted {
  /** nodes to begin with, on ±range */
  least: number;
  range: number;
  /** the spacing is halved at most so often */
  doublings?: number;
  /** the most items one person answered, as share of all: a posterior of few is wide */
  share?: number;
}

/**
 * How many nodes items need: `least`, the spacing halved until it resolves every curve and the posterior of somebody
 * where the items tell most.
 */
export function nodesFor(
  items: readonly Curve[],
  { least, range, doublings = 4, share = 1 }: Wanted,
): number {
  const steepest = items.reduce((most, { a }) => Math.max(most, Math.abs(a)), 0);
  let nodes = least;
  for (let left = doublings; left > 0; left--, nodes = 2 * nodes - 1) {
    const spacing = (2 * range) / (nodes - 1);
    let most = 0;
    for (let q = 0; q < nodes; q++) {
      const theta = -range + q * spacing;
      most = Math.max(most, share * items.reduce((sum, item) => sum + information(item, theta), 0));
    }
    if (steepest * spacing <= STEEPEST && spacing * NARROWEST * Math.sqrt(1 + most) <= 1) break;
  }
  return nodes;
}

/** The most answers one row has, as share of the items. */
export function fullestShare(responses: readonly (readonly (number | null)[])[]): number {
  const most = responses.reduce((top, row) => Math.max(top, row.filter((k) => k != null).length), 0);
  return most / Math.max(1, responses[0]?.length ?? 1);
}
