import type { Responses } from './calibration/patterns.ts';

/** Customary codes for "no answer" with the highest category that may stand beside them if they are to be that. */
const MISSING = new Map(
  [8, 9, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999].map((code) => [code, beside(code)]),
);

function beside(code: number): number {
  return code < 10 ? 4 : code / 5;
}

/** The codes each item shows, ascending. */
export function usedCodes(responses: Responses): number[][] {
  const seen = Array.from({ length: responses[0]?.length ?? 0 }, () => new Set<number>());
  for (const row of responses) {
    row.forEach((code, i) => {
      if (code != null) seen[i]?.add(code);
    });
  }
  return seen.map((codes) => [...codes].sort((a, b) => a - b));
}

/** Whether an item's codes are not just 0, 1, 2, …: a category nobody used, or a code that is none. */
export const hasGap = (codes: readonly number[]): boolean => codes.some((code, c) => code !== c);

/** The first of `values` that is a customary code for "no answer" and far from every value that is none; −1: none. */
export function missingCodeAt(values: readonly (number | null)[]): number {
  const sizes = values.map((value) => (value === null ? 0 : Math.abs(value)));
  const highest = sizes.reduce((most, size) => (MISSING.has(size) || size <= most ? most : size), 0);
  return sizes.findIndex((size) => highest <= (MISSING.get(size) ?? -1));
}

/**
 * Where answers are counted as numbers (sums, means), a 99 among 0 … 4 is no category but "no answer" left in.
 * Throws RangeError naming the first one.
 */
export function refuseMissingCodes(responses: Responses): void {
  const width = responses[0]?.length ?? 0;
  const at = missingCodeAt(responses.flat());
  if (at < 0) return;
  const [row, item] = [Math.floor(at / width), at % width];
  throw new RangeError(
    `responses[${row}][${item}]: ${responses[row]![item]} is far from the other categories; a missing answer is null`,
  );
}
