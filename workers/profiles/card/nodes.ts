import type { ContainerNode, ImageNode, Node, TextNode } from '@takumi-rs/wasm';

type Style = NonNullable<Node['style']>;

/** Children without drawable text must be left out: the renderer drops an element whose child is an empty string. */
export function box(style: Style, children: readonly (Node | null)[] = []): ContainerNode {
  return {
    type: 'container',
    style: { display: 'flex', ...style },
    children: children.filter((c) => c !== null),
  };
}

export const column = (style: Style, children: readonly (Node | null)[]): ContainerNode =>
  box({ flexDirection: 'column', ...style }, children);

/** Text of a size in px; null for nothing to show. */
export function text(content: string, size: number, style: Style = {}): TextNode | null {
  if (!content.trim()) return null;
  return {
    type: 'text',
    text: content,
    style: { fontSize: size, lineHeight: 1.3, wordBreak: 'keep-all', ...style },
  };
}

export const picture = (size: number, style: Style): ImageNode => ({
  type: 'image',
  src: 'emblem',
  width: size,
  height: size,
  style: { width: size, height: size, ...style },
});

// Mean advance of Pretendard Bold in em, by kind of letter; one not listed counts as a syllable of Hangul.
const ADVANCES: readonly [letters: RegExp, em: number][] = [
  [/[\s,.'’:;!|ilIj]/, 0.27],
  [/[WM@%—…]/, 1],
  [/[mw]/, 0.87],
  [/[a-z0-9]/, 0.57],
  [/[A-Z]/, 0.68],
];
const advance = (letter: string): number => ADVANCES.find(([letters]) => letters.test(letter))?.[1] ?? 0.89;

/** Estimated width of one line of bold text, in em. */
export const measure = (content: string): number =>
  [...content].reduce((sum, letter) => sum + advance(letter), 0);

/** Largest size in px, up to `max`, at which the text fits `width` px on one line or, if that gets small, on two. */
export function fontSize(content: string, width: number, max: number): number {
  const oneLine = width / Math.max(measure(content), 0.1);
  if (oneLine >= max * 0.72) return Math.floor(Math.min(max, oneLine));
  return Math.floor(Math.min(max * 0.8, (width * 1.62) / measure(content)));
}
