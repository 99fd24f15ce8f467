import type { ContainerNode, Node } from '@takumi-rs/wasm';
import { palette } from '../../../emblem/index.ts';
import { drawableName } from './glyphs.ts';
import { headline } from './headline.ts';
import { CARD_SIZES, type CardInput } from './input.ts';
import { box, column, measure, picture, text } from './nodes.ts';
import { axisBand, facetBands, INK, PAPER, QUIET } from './parts.ts';

type Align = 'flex-start' | 'center';

function title(input: CardInput, width: number, max: number, tagline: number, align: Align): ContainerNode {
  const name = drawableName(input.nickname);
  const tones = input.score.kind === 'none' ? null : palette.mix(input.score.axis.value);
  const textAlign = align === 'center' ? 'center' : 'left';
  const chip = {
    maxWidth: width,
    padding: `${tagline * 0.2}px ${tagline * 0.62}px`,
    borderRadius: tagline * 2,
    backgroundColor: tones?.bright ?? '#ddd5c3',
    marginBottom: tagline * 0.4,
  };
  const size = Math.min(tagline * 0.92, (width - tagline * 1.4) / Math.max(measure(name ?? ''), 0.1));
  const style = { fontWeight: 700, color: tones?.ink ?? INK, whiteSpace: 'nowrap' as const };
  return column({ width, alignItems: align }, [
    name ? box(chip, [text(name, size, style)]) : null,
    ...headline(input, { width, max, seal: tagline * 0.86, align }),
    text(input.tagline, tagline, {
      color: QUIET,
      marginTop: tagline * 0.4,
      lineHeight: 1.36,
      textAlign,
      textWrap: 'balance',
    }),
  ]);
}

function signature({ labels }: CardInput, size: number): ContainerNode {
  return box({ width: '100%', justifyContent: 'space-between', alignItems: 'flex-end', gap: size }, [
    column({}, [
      text(labels.site, size * 1.15, { fontWeight: 700, color: INK, whiteSpace: 'nowrap' }),
      text(labels.url, size * 0.95, { color: QUIET, whiteSpace: 'nowrap' }),
    ]),
    text(labels.footer, size * 0.82, {
      color: QUIET,
      textAlign: 'right',
      maxWidth: size * 19,
      textWrap: 'balance',
    }),
  ]);
}

function stage(input: CardInput, size: number, left: number, top: number, halo: number): Node[] {
  const { kind, axis } = input.score;
  const middle = { left: left + size / 2 - halo / 2, top: top + size / 2 - halo / 2 };
  const backgroundColor = kind === 'none' ? '#f4ecdb' : palette.mix(axis.value).pale;
  return [
    box({ position: 'absolute', ...middle, width: halo, height: halo, borderRadius: halo, backgroundColor }),
    picture(size, { position: 'absolute', left, top }),
  ];
}

/** The card of an input as a tree for the renderer. Stories keep 230 px above and 290 px below free for the app's own controls. */
export function cardTree(input: CardInput): ContainerNode {
  const { width, height } = CARD_SIZES[input.format];
  const known = input.score.kind !== 'none';
  const page = (inner: Node[]): ContainerNode =>
    box(
      {
        position: 'relative',
        width,
        height,
        overflow: 'hidden',
        backgroundColor: PAPER,
        fontFamily: 'Pretendard',
      },
      inner,
    );

  if (input.format === 'og') {
    return page([
      ...stage(input, 480, 55, 75, 700),
      column(
        {
          position: 'absolute',
          left: 672,
          top: 44,
          width: 480,
          height: 542,
          justifyContent: 'space-between',
        },
        [
          title(input, 480, 92, 28, 'flex-start'),
          known
            ? column({ width: '100%', gap: 24 }, [axisBand(input, 25), facetBands(input, 19, 3, 480)])
            : null,
          signature(input, 20),
        ],
      ),
    ]);
  }
  const story = input.format === 'story';
  const inset = story ? 96 : 72;
  const inner = width - 2 * inset;
  const [emblem, top, halo] = story ? [640, 216, 860] : [490, 24, 700];
  const [from, until] = story ? [862, height - 290] : [524, height - 44];
  return page([
    ...stage(input, emblem, (width - emblem) / 2, top, halo),
    column(
      {
        position: 'absolute',
        left: inset,
        top: from,
        width: inner,
        height: until - from,
        justifyContent: 'space-between',
      },
      [
        title(input, inner, story ? 124 : 88, story ? 40 : 32, 'center'),
        known
          ? column({ width: '100%', gap: story ? 32 : 24 }, [
              axisBand(input, story ? 38 : 30),
              facetBands(input, story ? 27 : 21, story ? 3 : 6, inner),
            ])
          : null,
        signature(input, story ? 30 : 23),
      ],
    ),
  ]);
}
