/** A row a person, a column an item; 0-based categories already reverse-coded, null = not answered. */
export type Responses = readonly (readonly (number | null)[])[];

/**
 * Responses made ready for counting: equal rows once, only the answers given. Every category an item shows has a
 * *row* of its own in all tables: item i's rows are first[i] … first[i + 1] − 1, lowest category first.
 */
export interface Patterns {
  /** number of items */
  items: number;
  /** number of persons, those without any answer included */
  people: number;
  first: Int32Array;
  /** the raw category codes each item shows, ascending; codes nobody used are absent */
  codes: number[][];
  /** pattern p's answers are rows[offsets[p]] … rows[offsets[p + 1] − 1], by item */
  offsets: Int32Array;
  rows: Int32Array;
  /** item of a row */
  itemOf: Int32Array;
  /** persons who gave each pattern */
  weights: Float64Array;
}

/** Throws RangeError naming `responses[row][column]` for a wrong code, or the item with fewer than two categories. */
function readCodes(responses: Responses, items: number): number[][] {
  const seen = Array.from({ length: items }, () => new Set<number>());
  responses.forEach((row, r) => {
    if (row.length !== items) {
      throw new RangeError(`responses[${r}] has ${row.length} entries, the first row has ${items}`);
    }
    for (let i = 0; i < items; i++) {
      const code = row[i];
      if (code == null) continue;
      if (!Number.isInteger(code) || code < 0) {
        throw new RangeError(`responses[${r}][${i}] is ${code}, not a 0-based category`);
      }
      seen[i]!.add(code);
    }
  });
  return seen.map((codes, i) => {
    if (codes.size < 2) {
      throw new RangeError(`responses: item ${i} shows ${codes.size} categories, at least 2 are needed`);
    }
    return [...codes].sort((a, b) => a - b);
  });
}

/** Groups identical rows. `frequencies`: persons a row stands for (1 each without). Throws as `readCodes` says. */
export function groupPatterns(responses: Responses, frequencies?: readonly number[]): Patterns {
  const items = responses[0]?.length ?? 0;
  if (!items) throw new RangeError('responses is empty');
  if (frequencies?.some((n) => !(n > 0))) throw new RangeError('frequencies must be positive');
  const codes = readCodes(responses, items);
  const first = new Int32Array(items + 1);
  for (let i = 0; i < items; i++) first[i + 1] = first[i]! + codes[i]!.length;
  const rowOf = codes.map((used, i) => new Map(used.map((code, c) => [code, first[i]! + c])));

  const known = new Map<string, number>();
  const weights: number[] = [];
  const offsets = [0];
  const rows: number[] = [];
  const key = new Array<number>(items);
  let people = 0;
  responses.forEach((answers, r) => {
    const weight = frequencies?.[r] ?? 1;
    people += weight;
    for (let i = 0; i < items; i++) {
      const code = answers[i];
      key[i] = code == null ? 0 : 1 + rowOf[i]!.get(code)!;
    }
    const name = String.fromCharCode(...key);
    const pattern = known.get(name);
    if (pattern !== undefined) {
      weights[pattern]! += weight;
      return;
    }
    known.set(name, weights.length);
    weights.push(weight);
    for (const row of key) if (row) rows.push(row - 1);
    offsets.push(rows.length);
  });
  const itemOf = new Int32Array(first[items]!);
  for (let i = 0; i < items; i++) itemOf.fill(i, first[i]!, first[i + 1]!);
  return {
    items,
    people,
    first,
    codes,
    itemOf,
    offsets: Int32Array.from(offsets),
    rows: Int32Array.from(rows),
    weights: Float64Array.from(weights),
  };
}
