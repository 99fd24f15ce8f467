import type { Point } from './curves.ts';

export interface Range {
  from: number;
  to: number;
}

/** A frame of a chart in SVG units, with where a value lies in it. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (value: number) => number;
  y: (value: number) => number;
}

const one = (value: number): number => Math.round(value * 10) / 10;

export function frame(
  size: { width: number; height: number; left: number; right: number; top: number; bottom: number },
  across: Range,
  up: Range,
): Frame {
  const { width, height, left, right, top, bottom } = size;
  return {
    ...size,
    x: (value) => one(left + ((value - across.from) / (across.to - across.from)) * (width - left - right)),
    y: (value) => one(height - bottom - ((value - up.from) / (up.to - up.from)) * (height - top - bottom)),
  };
}

/** The `points` of a polyline. */
export const line = ({ x, y }: Frame, points: readonly Point[]): string =>
  points.map(([a, b]) => `${x(a)},${y(b)}`).join(' ');

/** Round marks from 0 up to at least `largest`, 3–6 of them. */
export function ticks(largest: number): number[] {
  const rough = largest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? power;
  return Array.from({ length: Math.ceil(largest / step - 1e-9) + 1 }, (_, i) =>
    Number((i * step).toPrecision(6)),
  );
}
