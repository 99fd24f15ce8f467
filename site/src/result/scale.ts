import { WIDE } from '../../../psychometrics/levels.ts';
import type { Estimate } from '../../../psychometrics/types.ts';

/** A scale is drawn from −3 to +3 standard deviations; anything beyond stands at its end. */
export const REACH = 3;

/** Positions on a scale drawn `width` wide: the dot, the ±1 SE band (dark) and the 95 % band (light). */
export interface Bands {
  dot: number;
  dark: { from: number; to: number };
  light: { from: number; to: number };
}

export function place(value: number, width: number): number {
  const clamped = Math.min(REACH, Math.max(-REACH, value));
  return Math.round(((clamped + REACH) / (2 * REACH)) * width * 10) / 10;
}

export function bands({ value, se }: Estimate, width: number): Bands {
  const reach = (half: number) => ({ from: place(value - half, width), to: place(value + half, width) });
  return { dot: place(value, width), dark: reach(se), light: reach(WIDE * se) };
}

/** A score as text, always with its sign: `+0.62`, `−1.10`. */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return value < 0 ? `−${text}` : `+${text}`;
}

/** The ends of the 95 % band and the value, as text for people who do not see the picture. */
export function spoken({ value, se }: Estimate): { value: string; low: string; high: string } {
  return { value: signed(value), low: signed(value - WIDE * se), high: signed(value + WIDE * se) };
}
