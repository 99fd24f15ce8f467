/**
 * One item's answers counted by stratum of the matching variable, group and used category.
 * `counts[(2·stratum + group)·categories + k]`; unused categories are left out, `scores[k]` says which remain.
 */
export interface Table {
  /** matching value of each stratum, ascending */
  x: Float64Array;
  categories: number;
  scores: number[];
  counts: Float64Array;
  n: number;
}

/** Category −1 and matching NaN leave a person out. `group`: 0 reference, 1 focal. */
export function countTable(
  answers: ArrayLike<number>,
  group: ArrayLike<number>,
  matching: ArrayLike<number>,
): Table {
  const used: boolean[] = [];
  const values: number[] = [];
  for (let i = 0; i < answers.length; i++) {
    if (answers[i]! < 0 || Number.isNaN(matching[i]!)) continue;
    used[answers[i]!] = true;
    values.push(matching[i]!);
  }
  const scores: number[] = [];
  const rank: number[] = [];
  used.forEach((_, category) => {
    rank[category] = scores.push(category) - 1;
  });
  const x = Float64Array.from(new Set(values)).sort();
  const strata = new Map<number, number>();
  x.forEach((value, s) => {
    strata.set(value, s);
  });
  const categories = scores.length;
  const counts = new Float64Array(x.length * 2 * categories);
  for (let i = 0; i < answers.length; i++) {
    if (answers[i]! < 0 || Number.isNaN(matching[i]!)) continue;
    counts[(2 * strata.get(matching[i]!)! + group[i]!) * categories + rank[answers[i]!]!]! += 1;
  }
  return { x, categories, scores, counts, n: values.length };
}

/** Neighbouring strata joined into about `parts` of equal size; `x` becomes the lowest value of each. */
export function joinStrata(table: Table, parts: number): Table {
  const { x, categories, counts, n } = table;
  const width = 2 * categories;
  const joined: number[] = [];
  const starts: number[] = [];
  let seen = 0;
  let part = -1;
  for (let s = 0; s < x.length; s++) {
    const wanted = Math.min(parts - 1, Math.floor((seen * parts) / n));
    if (wanted > part) {
      part = wanted;
      starts.push(x[s]!);
      for (let j = 0; j < width; j++) joined.push(0);
    }
    const at = (starts.length - 1) * width;
    for (let j = 0; j < width; j++) {
      const count = counts[s * width + j]!;
      joined[at + j]! += count;
      seen += count;
    }
  }
  return { ...table, x: Float64Array.from(starts), counts: Float64Array.from(joined) };
}

/** The lowest and highest matching value of a group; null without anybody. */
function spanOf({ x, categories, counts }: Table, group: 0 | 1): [number, number] | null {
  const held = x.filter((_, s) => {
    const from = (2 * s + group) * categories;
    return counts.subarray(from, from + categories).some((count) => count > 0);
  });
  return held.length ? [held[0]!, held.at(-1)!] : null;
}

/** Whether the groups' matching values share any ground: without it, models only continue their own lines. */
export function overlaps(table: Table): boolean {
  const [reference, focal] = [spanOf(table, 0), spanOf(table, 1)];
  if (!reference || !focal) return false;
  return reference[0] <= focal[1] && focal[0] <= reference[1];
}
