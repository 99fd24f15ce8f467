/** Answers by item: `columns[item][person]` is a 0-based category, −1 missing. */
export interface Sheet {
  columns: Int16Array[];
  group: Uint8Array;
}

/** Throws RangeError `responses[row][item]: …` for what is no category, or rows of unequal length. */
export function readResponses(responses: readonly (readonly (number | null)[])[]): Pick<Sheet, 'columns'> {
  const width = responses[0]?.length ?? 0;
  if (width === 0) throw new RangeError('responses: no answers');
  const columns = Array.from({ length: width }, () => new Int16Array(responses.length).fill(-1));
  responses.forEach((row, person) => {
    if (row.length !== width)
      throw new RangeError(`responses[${person}]: ${width} answers, as in the first row`);
    row.forEach((category, item) => {
      if (category === null) return;
      if (!(Number.isInteger(category) && category >= 0 && category < 1000)) {
        throw new RangeError(`responses[${person}][${item}]: a 0-based category or null`);
      }
      columns[item]![person] = category;
    });
  });
  return { columns };
}

/** Throws RangeError naming `group` unless it has one 0 or 1 a person, and both occur. */
export function readGroups(group: readonly number[], people: number): Uint8Array {
  if (group.length !== people) throw new RangeError('group: one 0 or 1 a person');
  const wrong = group.findIndex((value) => value !== 0 && value !== 1);
  if (wrong >= 0) throw new RangeError(`group[${wrong}]: 0 or 1`);
  const read = Uint8Array.from(group);
  if (!read.includes(0) || !read.includes(1)) throw new RangeError('group: both 0 and 1 must occur');
  return read;
}

/**
 * Raw total of every person over the items not in `left` and always over `studied`; NaN with any answer missing.
 * Throws RangeError when a group has no complete row.
 */
export function restScores(
  { columns, group }: Sheet,
  left: ReadonlySet<number>,
  studied: number,
): Float64Array {
  const totals = new Float64Array(group.length);
  columns.forEach((column, item) => {
    const counts = item === studied || !left.has(item);
    for (let i = 0; i < totals.length; i++) {
      if (column[i]! < 0) totals[i] = NaN;
      else if (counts) totals[i]! += column[i]!;
    }
  });
  const complete = [0, 0];
  for (let i = 0; i < totals.length; i++) if (!Number.isNaN(totals[i]!)) complete[group[i]!]! += 1;
  if (!complete[0] || !complete[1]) {
    throw new RangeError('responses: a group has no complete row; sparse answers need a matching score');
  }
  return totals;
}
