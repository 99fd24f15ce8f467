import { bloom } from './bloom.ts';
import { bud } from './bud.ts';
import { tetoShare } from './palette.ts';

export interface EmblemInput {
  /** θ of lead, thrill, direct, warm, sensitive, aesthetic (prior SD units; clamped to ±4, not-a-number = 0). */
  facets: readonly number[];
  /** Axis value in prior SD units, + is Teto. */
  axis: number;
  /** 'teto' | 'egen' | 'balanced' | 'none'. */
  kind: string;
}

export interface EmblemOptions {
  /** Width and height in px; without it the figure fills its box. */
  size?: number;
  /** What it stands on. */
  theme?: 'light' | 'dark';
  /** Accessible name; without it the figure is decoration (aria-hidden). */
  title?: string;
  /** Start of the gradient ids; by default derived from the scores, so that figures on one page cannot clash. */
  idPrefix?: string;
}

const attribute = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

function hash(values: readonly number[]): string {
  return values.reduce((h, x) => (Math.imul(h, 31) + Math.round(x * 997)) >>> 0, 7).toString(36);
}

/**
 * A bloom with a calm face, drawn from six facet scores: same scores, same figure. What governs what:
 * lead → crown and upward reach (low: it settles downward) · thrill → rays behind, petals lean up like flames ·
 * direct → edge of the petals, blade or round, and open eyes · warm → breadth of petals, halo, smile ·
 * sensitive → undulating rings around · aesthetic → beads and veins. Colours mix along the axis, Teto above,
 * Egen below. Presentation attributes only (strict CSP). No type ('none') draws a sleeping bud.
 */
export function emblem(input: EmblemInput, options: EmblemOptions = {}): string {
  const theta = [0, 1, 2, 3, 4, 5].map((i) => Math.min(4, Math.max(-4, Number(input.facets[i]) || 0)));
  const dark = options.theme === 'dark';
  const share = tetoShare(input.axis);
  const prefix = options.idPrefix ?? `e${hash([...theta, share, dark ? 1 : 0])}`;
  const body = input.kind === 'none' ? bud(dark) : bloom(theta, share, dark, attribute(prefix));
  const size = options.size ? ` width="${options.size}" height="${options.size}"` : '';
  const title = options.title && attribute(options.title);
  const name = title ? ` role="img" aria-label="${title}"><title>${title}</title>` : ' aria-hidden="true">';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-200 -200 400 400"${size}${name}${body}</svg>`;
}
