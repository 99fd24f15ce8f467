import type { Responses } from '../calibration/patterns.ts';
import { normalGrid } from '../calibration/quadrature.ts';
import { nodesFor } from '../grid.ts';
import type { Curve } from '../model.ts';
import { chiSquareTail } from '../numerics/gamma.ts';
import { summedScores, tables } from './summed.ts';

/** Cells expected to hold fewer people are joined with a neighbour. */
const LEAST = 1;

export interface ItemFit {
  /** S-X² over the people with complete rows; null without degrees of freedom */
  chi2: number | null;
  df: number;
  p: number | null;
  /** √((χ² − df) / (df (n − 1))), 0 below; about .03 is where misfit begins to matter */
  rmsea: number | null;
  /** people with complete rows */
  n: number;
}

/** Observed and expected people in the cells of one summed score. */
interface Row {
  seen: number[];
  meant: number[];
}

/** Neighbouring categories joined until each expects `LEAST` (Kang & Chen 2008). */
function joinCategories({ seen, meant }: Row): void {
  for (;;) {
    let smallest = 0;
    for (let k = 1; k < meant.length; k++) if (meant[k]! < meant[smallest]!) smallest = k;
    if (meant.length === 1 || meant[smallest]! >= LEAST) return;
    const [low, high] = [smallest - 1, smallest + 1];
    const other = high >= meant.length || (low >= 0 && meant[low]! < meant[high]!) ? low : high;
    meant[other]! += meant[smallest]!;
    seen[other]! += seen[smallest]!;
    meant.splice(smallest, 1);
    seen.splice(smallest, 1);
  }
}

/** Neighbouring scores joined until each cell expects `LEAST` (Orlando & Thissen 2000): two categories have no other way. */
function joinScores(rows: Row[]): void {
  for (;;) {
    const at = rows.findIndex(({ meant }) => meant.some((e) => e < LEAST));
    if (at < 0 || rows.length === 1) return;
    const into = rows[at === rows.length - 1 ? at - 1 : at + 1]!;
    const [gone] = rows.splice(at, 1);
    for (let k = 0; k < into.meant.length; k++) {
      into.meant[k]! += gone!.meant[k]!;
      into.seen[k]! += gone!.seen[k]!;
    }
  }
}

/**
 * S-X² of every item (Orlando & Thissen 2000; Kang & Chen 2008 for several categories): observed against expected
 * categories within each summed score, joined where fewer than one person is expected. Degrees of freedom
 * are the free cells less the item's `estimated` parameters (its slope and thresholds; 0 for fixed parameters).
 * Only complete rows can be summed; `rmsd` serves sparse data.
 */
export function itemFit(items: readonly Curve[], responses: Responses, estimated = true): ItemFit[] {
  const { theta, logWeight } = normalGrid(nodesFor(items, { least: 61, range: 6 }), 6);
  const nodes = theta.length;
  const weight = logWeight.map(Math.exp);
  const all = tables(items, theta);
  const complete = responses.filter((row) => items.every((_, i) => row[i] != null)) as number[][];
  const totals = complete.map((row) => row.reduce((sum, k) => sum + k, 0));
  return items.map((item, i) => {
    const rest = summedScores(all, nodes, i);
    const categories = item.b.length + 1;
    const scores = rest.length / nodes + categories - 1;
    const observed = new Float64Array(scores * categories);
    complete.forEach((row, p) => {
      observed[totals[p]! * categories + row[i]!]! += 1;
    });
    const rows: Row[] = [];
    // The lowest and highest sums leave one category only.
    for (let s = 1; s < scores - 1; s++) {
      const row: Row = { seen: [], meant: [] };
      let [mass, people] = [0, 0];
      for (let k = 0; k < categories; k++) {
        const from = (s - k) * nodes;
        if (from < 0 || from >= rest.length) continue;
        let sum = 0;
        for (let q = 0; q < nodes; q++) sum += all[i]![k * nodes + q]! * rest[from + q]! * weight[q]!;
        const count = observed[s * categories + k]!;
        row.meant.push(sum);
        row.seen.push(count);
        mass += sum;
        people += count;
      }
      if (people === 0) continue;
      row.meant = row.meant.map((p) => (p / mass) * people);
      if (categories > 2) joinCategories(row);
      rows.push(row);
    }
    if (categories === 2) joinScores(rows);
    let chi2 = 0;
    let df = estimated ? -categories : 0;
    for (const { seen, meant } of rows) {
      if (meant.length < 2) continue;
      df += meant.length - 1;
      meant.forEach((e, k) => {
        chi2 += (seen[k]! - e) ** 2 / e;
      });
    }
    const n = complete.length;
    if (df <= 0) return { chi2: null, df: Math.max(0, df), p: null, rmsea: null, n };
    const rmsea = Math.sqrt(Math.max(0, (chi2 - df) / (df * Math.max(1, n - 1))));
    return { chi2, df, p: chiSquareTail(chi2, df), rmsea, n };
  });
}
