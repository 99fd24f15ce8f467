import { palette } from '../../../emblem/index.ts';
import { WIDE } from '../../../psychometrics/scoring/levels.ts';
import type { Estimate } from '../../../psychometrics/types.ts';

const place = (value: number): number => Math.min(100, Math.max(0, 50 + (value / 3) * 50));
const percent = (value: number): string => `${value.toFixed(2)}%`;

function stretch({ value, se }: Estimate, reach: number, height: number, fill: string): string {
  const from = Math.min(place(value - reach * se), 97);
  const width = Math.max(place(value + reach * se) - from, 3);
  return `<rect x="${percent(from)}" y="2" width="${percent(width)}" height="${height}" rx="${height / 2}" fill="${fill}"/>`;
}

/** A score on a scale of ± 3 prior SD: pale 95 % band, dark ± 1 SE band, dot, notch at the middle. Height in px. */
export function band(estimate: Estimate, colors: { base: string; bright: string }, height: number): string {
  const middle = 2 + height / 2;
  return `<svg class="band" width="100%" height="${height + 4}" aria-hidden="true"><rect y="2" width="100%" height="${height}" rx="${height / 2}" fill="#efe7d8"/>${stretch(
    estimate,
    WIDE,
    height,
    colors.bright,
  )}${stretch(estimate, 1, height, colors.base)}<line x1="50%" x2="50%" y1="0" y2="${height + 4}" stroke="#2a211a" stroke-opacity=".6"/><circle cx="${percent(
    place(estimate.value),
  )}" cy="${middle}" r="${height * 0.3}" fill="#fffaf0"/></svg>`;
}

export const axisColors = (value: number): { base: string; bright: string } => palette.mix(value);
export const poleColors = (pole: 'teto' | 'egen'): { base: string; bright: string } => palette[pole];
