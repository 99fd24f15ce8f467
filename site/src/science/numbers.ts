/** ".87", "−.20", "1.61": no zero before the point, a real minus sign, never "−.00"; "–" for a figure there is not. */
export function decimal(value: number | null | undefined, digits = 2): string {
  if (value == null || !Number.isFinite(value)) return '–';
  const text = Math.abs(value)
    .toFixed(digits)
    .replace(/^0(?=\.)/, '');
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** "87.7%", of a share 0..1. */
export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)}%`;

/** "12,345" */
export const count = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** A probability as papers print it: three decimals, "< .001" below. */
export const pValue = (p: number): string => (p < 0.001 ? '< .001' : decimal(p, 3));

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** 95 % interval of a squared correlation of n pairs, by Fisher's z. */
export function squaredCorrelationInterval(square: number, n: number): { low: number; high: number } {
  const z = Math.atanh(Math.sqrt(square));
  const half = 1.96 / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.max(0, z - half)) ** 2, high: Math.tanh(z + half) ** 2 };
}
