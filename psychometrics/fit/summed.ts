import { logProbability } from '../log-model.ts';
import type { Curve } from '../model.ts';

/** ln P(category | node) of every item on a grid, `[item][category · nodes + node]`, at θ and what response style adds. */
export function logTables(
  items: readonly Curve[],
  theta: Float64Array,
  shifts?: readonly Float64Array[],
): Float64Array[] {
  return items.map((item, i) => {
    const shift = shifts?.[i];
    const table = new Float64Array((item.b.length + 1) * theta.length);
    theta.forEach((t, q) => {
      const at = shift ? t + shift[q]! / item.a : t;
      for (let k = 0; k <= item.b.length; k++) table[k * theta.length + q] = logProbability(item, k, at);
    });
    return table;
  });
}

/** The same as probabilities. */
export const tables = (items: readonly Curve[], theta: Float64Array): Float64Array[] =>
  logTables(items, theta).map((table) => table.map(Math.exp));

/**
 * P(summed score | θ) of all items but `left`, as `[score · nodes + node]`, by the recursion of Lord & Wingersky
 * (1984) for items of several categories (Thissen et al. 1995).
 */
export function summedScores(all: readonly Float64Array[], nodes: number, left: number): Float64Array {
  let before = new Float64Array(nodes).fill(1);
  all.forEach((table, item) => {
    if (item === left) return;
    const after = new Float64Array(before.length + table.length - nodes);
    for (let at = 0; at < table.length; at += nodes) {
      for (let s = 0; s < before.length; s += nodes) {
        for (let q = 0; q < nodes; q++) after[at + s + q]! += table[at + q]! * before[s + q]!;
      }
    }
    before = after;
  });
  return before;
}
