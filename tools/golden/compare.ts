/** One figure of one reference beside ours: of all its values the one furthest off, as share of the tolerance. */
export interface Comparison {
  reference: string;
  figure: string;
  values: number;
  ours: number;
  expected: number;
  difference: number;
  tolerance: number;
}

export type Note = (figure: string, ours: number | null, expected: number, tolerance: number) => void;

/** Collects the values of one reference; a value that is missing or no number counts as infinitely far off. */
export function compare(reference: string, body: (note: Note) => void): Comparison[] {
  const rows = new Map<string, Comparison>();
  body((figure, found, expected, tolerance) => {
    const ours = found ?? Number.NaN;
    const apart = Math.abs(ours - expected);
    const difference = Number.isFinite(apart) ? apart : Number.POSITIVE_INFINITY;
    const known = rows.get(figure);
    const values = (known?.values ?? 0) + 1;
    if (known && difference / tolerance <= known.difference / known.tolerance) known.values = values;
    else rows.set(figure, { reference, figure, values, ours, expected, difference, tolerance });
  });
  return [...rows.values()];
}

export const agrees = ({ difference, tolerance }: Comparison): boolean => difference <= tolerance;

const shown = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(8)).toString() : 'none');

/** The table a person reads. */
export function table(rows: readonly Comparison[]): string {
  const head = ['', 'reference', 'figure', 'values', 'ours', 'reference', 'difference', 'tolerance'];
  const lines = rows.map((row) => [
    agrees(row) ? 'ok' : 'OFF',
    row.reference,
    row.figure,
    `${row.values}`,
    shown(row.ours),
    shown(row.expected),
    row.difference.toExponential(1),
    row.tolerance.toExponential(0),
  ]);
  return columns([head, ...lines], 3);
}

/** Cells in columns, the first `left` of them to the left, numbers to the right. */
export function columns(lines: readonly (readonly string[])[], left: number): string {
  const widths = lines[0]!.map((_, c) => Math.max(...lines.map((line) => line[c]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, c) => (c < left ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
