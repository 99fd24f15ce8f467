import { type Curve, information } from './model.ts';

/** A posterior's SD is at least so many spacings … */
const NARROWEST = 0.75;
/** … and no slope times the spacing is more than this: sums over the nodes are right to 1e-4 of themselves. */
const STEEPEST = 2;
const MOST_DOUBLINGS = 6;

/**
 * How many nodes on ±range items need: `least`, its spacing halved until it resolves every curve and the posterior of
 * somebody who answered them all where they tell most. With `single`, curves alone (no posterior is summed).
 */
export function nodesFor(items: readonly Curve[], least: number, range: number, single = false): number {
  const steepest = items.reduce((most, { a }) => Math.max(most, Math.abs(a)), 0);
  let nodes = least;
  for (let doubling = 0; doubling < MOST_DOUBLINGS; doubling++, nodes = 2 * nodes - 1) {
    const spacing = (2 * range) / (nodes - 1);
    let most = 0;
    for (let q = 0; q < nodes && !single; q++) {
      const theta = range * ((2 * q) / (nodes - 1) - 1);
      most = Math.max(most, items.reduce((sum, item) => sum + information(item, theta), 0));
    }
    if (steepest * spacing <= STEEPEST && spacing * NARROWEST * Math.sqrt(1 + most) <= 1) break;
  }
  return nodes;
}
