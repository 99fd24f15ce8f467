import type { ContainerNode, Node } from '@takumi-rs/wasm';
import { palette, type Tones } from '../../../emblem/index.ts';
import type { CardInput } from './input.ts';
import { box, fontSize, measure, text } from './nodes.ts';
import { INK } from './parts.ts';

interface Room {
  width: number;
  /** Largest size of the word, and of a seal, in px. */
  max: number;
  seal: number;
  align: 'flex-start' | 'center';
}

/** How sure we are, as a stamp a little askew. */
function stamp(label: string, size: number, { deep, ink }: Tones): Node | null {
  const said = text(label, size, { fontWeight: 700, color: ink, lineHeight: 1.2, whiteSpace: 'nowrap' });
  const frame = {
    flexShrink: 0,
    padding: `${size * 0.18}px ${size * 0.5}px`,
    border: `${Math.max(2, Math.round(size * 0.11))}px solid ${deep}`,
    borderRadius: size * 0.45,
    transform: 'rotate(-4deg)',
  };
  return said && box(frame, [said]);
}

/** Width of a stamp with the gap before it. */
const stampRoom = (label: string, size: number): number => (measure(label) + 2) * size;

/**
 * The type word with its seals beside it: the word gives way a little, and stands on lines of its own, the seals below
 * it, only when it would get too small. What follows a comma ("Balanced, a touch Teto") is said smaller, below.
 */
export function headline(input: CardInput, { width, max, seal, align }: Room): ContainerNode[] {
  const { labels } = input;
  const [word = '', ...rest] = input.word.split(/,\s*/);
  const textAlign = align === 'center' ? ('center' as const) : ('left' as const);
  const tones = palette.mix(input.score.axis.value);
  const style = { fontWeight: 700, color: INK, lineHeight: 1.16, letterSpacing: '-0.025em', textAlign };
  const left = width - labels.seals.reduce((sum, label) => sum + stampRoom(label, seal), 0);
  const beside = left / Math.max(measure(word), 0.1);
  const roomy = beside >= max * 0.6;
  const line = roomy
    ? text(word, Math.floor(Math.min(max, beside)), { ...style, whiteSpace: 'nowrap' })
    : text(word, fontSize(word, width, max), { ...style, textWrap: 'balance' });
  const nuance = rest.join(', ');
  const row = { width, flexWrap: 'wrap' as const, alignItems: 'center' as const, justifyContent: align };
  return [
    box({ ...row, columnGap: seal * 0.7, rowGap: seal * 0.4 }, [
      line,
      ...labels.seals.map((label) => stamp(label, seal, tones)),
    ]),
    ...(nuance
      ? [
          box({ width, justifyContent: align, marginTop: roomy ? 0 : seal * 0.35 }, [
            text(nuance, fontSize(nuance, width, max * 0.46), { ...style, color: tones.deep }),
          ]),
        ]
      : []),
  ];
}
