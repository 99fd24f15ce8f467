import type { Estimate } from '../../../../psychometrics/types.ts';
import { fill } from '../../layouts/fill.ts';
import { level, places } from './place.ts';
import { spoken, t } from './words.ts';

export interface Moment {
  /** ISO time. */
  at: string;
  /** The day as its reader has it. */
  day: string;
  estimate: Estimate;
}

interface Props {
  /** Earliest first. */
  moments: Moment[];
  tone: 'axis' | 'teto' | 'egen';
  width: number;
  height: number;
  /** Width of a band. */
  thick: number;
  /** Says what it is, with `{points}` where the measurements go. */
  label: string;
}

const fills = {
  teto: ['fill-teto-bright', 'fill-teto', 'fill-sheet'],
  egen: ['fill-egen-bright', 'fill-egen', 'fill-sheet'],
} as const;

/** Measurements over time, each as a band: dark ±1 SE, pale ±2 SE. A line joins them only to lead the eye. */
export function Chart({ moments, tone, width, height, thick, label }: Props) {
  const x = places(
    moments.map(({ at }) => Date.parse(at)),
    width - 2 * thick,
    thick * 1.6,
  ).map((place) => place + thick);
  const y = moments.map(({ estimate }) => level(estimate.value, height));
  const points = moments.map(({ day, estimate }) => fill(t.axis.point, { date: day, ...spoken(estimate) }));
  return (
    <svg
      viewBox={`0 -6 ${width} ${height + 12}`}
      class="block h-auto w-full"
      role="img"
      aria-label={fill(label, { points: points.join('. ') })}
    >
      {[-2, -1, 1, 2].map((z) => (
        <rect key={z} x="0" y={level(z, height) - 0.75} width={width} height="1.500" class="fill-line" />
      ))}
      <rect x="0" y={height / 2 - 1.5} width={width} height="3" class="fill-soft" opacity="0.55" />
      <polyline
        points={x.map((place, i) => `${place},${y[i]}`).join(' ')}
        fill="none"
        class="stroke-soft"
        stroke-width="2"
        stroke-dasharray="2 6"
        stroke-linecap="round"
      />
      {moments.map(({ at, estimate }, i) => (
        <Band
          key={`${at}${i}`}
          {...{ estimate, height, thick }}
          x={x[i] ?? 0}
          side={tone === 'axis' ? (estimate.value >= 0 ? 'teto' : 'egen') : tone}
        />
      ))}
    </svg>
  );
}

interface BandProps {
  estimate: Estimate;
  x: number;
  height: number;
  thick: number;
  side: 'teto' | 'egen';
}

function Band({ estimate: { value, se }, x, height, thick, side }: BandProps) {
  const [pale, dark, point] = fills[side];
  const bar = (halves: number, wide: number, fill: string, opacity?: string) => {
    const top = level(value + halves * se, height);
    const tall = Math.max(wide, level(value - halves * se, height) - top);
    return (
      <rect
        x={x - wide / 2}
        y={top}
        width={wide}
        height={tall}
        rx={wide / 2}
        class={fill}
        opacity={opacity}
      />
    );
  };
  return (
    <g>
      {bar(2, thick * 0.6, pale, '0.45')}
      {bar(1, thick, dark)}
      <circle cx={x} cy={level(value, height)} r={thick * 0.24} class={point} />
    </g>
  );
}
