import type { ContainerNode } from '@takumi-rs/wasm';
import { palette } from '../../../emblem/index.ts';
import { WIDE } from '../../../psychometrics/scoring/levels.ts';
import type { CardInput } from './input.ts';
import { box, column, text } from './nodes.ts';

export const PAPER = '#fffaf0';
export const INK = '#2a211a';
export const QUIET = '#6d6154';
const TRACK = '#ece3d2';

/** Place of a value on a scale of ± 3 prior SD, in percent. */
export const place = (value: number): number => Math.min(100, Math.max(0, 50 + (value / 3) * 50));

/** A stretch of the scale: value ± reach·SE. */
function stretch(value: number, se: number, reach: number, style: object): ContainerNode {
  const from = Math.min(place(value - reach * se), 94);
  const width = Math.max(place(value + reach * se) - from, 6);
  return box({ position: 'absolute', left: `${from}%`, width: `${width}%`, ...style });
}

/** The axis as a band: pale 95 % band, full ± 1 SE, a dot at the estimate, a notch at the middle. */
export function axisBand({ score, labels }: CardInput, size: number): ContainerNode {
  const { value, se } = score.axis;
  const tones = palette.mix(value);
  const high = Math.round(size * 0.9);
  const dot = { width: size * 0.62, height: size * 0.62, borderRadius: size, backgroundColor: PAPER };
  const bar = { top: 0, height: high, borderRadius: high };
  const name = { fontWeight: 700, color: INK, lineHeight: 1.2 };
  return column({ width: '100%', gap: size * 0.36 }, [
    box({ justifyContent: 'space-between', alignItems: 'flex-end' }, [
      text(labels.egen, size * 0.92, { ...name, color: palette.egen.deep }),
      text(labels.teto, size * 0.92, { ...name, color: palette.teto.deep }),
    ]),
    box({ position: 'relative', width: '100%', height: high, borderRadius: high, backgroundColor: TRACK }, [
      stretch(value, se, WIDE, { ...bar, backgroundColor: tones.bright, opacity: 0.5 }),
      stretch(value, se, 1, { ...bar, backgroundColor: tones.base }),
      box({
        position: 'absolute',
        left: '50%',
        top: -size * 0.16,
        width: 3,
        height: high + size * 0.32,
        marginLeft: -1.5,
        backgroundColor: INK,
        opacity: 0.55,
      }),
      box({
        position: 'absolute',
        left: `${place(value)}%`,
        top: (high - size * 0.62) / 2,
        marginLeft: -size * 0.31,
        ...dot,
      }),
    ]),
  ]);
}

/** Six small scales in `columns` columns over `width` px, each with its band of ± 1 SE. */
export function facetBands(input: CardInput, size: number, columns: number, width: number): ContainerNode {
  const high = Math.round(size * 0.42);
  const gap = Math.round(size * (columns > 3 ? 0.8 : 1.4));
  const cell = Math.floor((width - gap * (columns - 1)) / columns);
  const cells = input.score.facets.map(({ value, se }, i) => {
    const pole = i < 3 ? palette.teto : palette.egen;
    const bar = { top: 0, height: high, borderRadius: high, backgroundColor: pole.base };
    return column({ width: cell, gap: size * 0.26 }, [
      text(input.labels.facets[i] ?? '', size, { color: QUIET, lineHeight: 1.2, whiteSpace: 'nowrap' }),
      box({ position: 'relative', width: cell, height: high, borderRadius: high, backgroundColor: TRACK }, [
        stretch(value, se, 1, bar),
      ]),
    ]);
  });
  return box({ width, flexWrap: 'wrap', columnGap: gap, rowGap: size * 0.7 }, cells);
}
