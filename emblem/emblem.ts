import { face } from './face.ts';
import { ramp, type Tone, tetoShare } from './palette.ts';
import { disc, petal, polar, spike, wave } from './shapes.ts';

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

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * A bloom with a calm face, drawn from six facet scores: same scores, same figure. What governs what:
 * lead → crown and upward reach (low: it settles downward) · thrill → rays behind, their number and length ·
 * direct → edge of the petals, blade or round, and open eyes · warm → breadth of petals, halo, smile ·
 * sensitive → undulating rings · aesthetic → beads and veins. Colours mix along the axis, Teto above, Egen below.
 * Presentation attributes only (strict CSP); no scores yet ('none') draws a sleeping bud.
 */
export function emblem(input: EmblemInput, options: EmblemOptions = {}): string {
  const theta = [0, 1, 2, 3, 4, 5].map((i) => {
    const value = input.facets[i] as number;
    return Number.isNaN(+value) ? 0 : Math.min(4, Math.max(-4, value));
  });
  const dark = options.theme === 'dark';
  const share = tetoShare(input.axis);
  const prefix =
    options.idPrefix ??
    `e${[...theta, share].reduce((h, x) => (h * 31 + Math.round(x * 997)) >>> 0, dark ? 7 : 5).toString(36)}`;
  const body = input.kind === 'none' ? bud(dark) : bloom(theta, share, dark, escape(prefix));
  const size = options.size ? ` width="${options.size}" height="${options.size}"` : '';
  const name = options.title
    ? ` role="img" aria-label="${escape(options.title)}"><title>${escape(options.title)}</title>`
    : ' aria-hidden="true">';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"${size}${name}<g transform="translate(200 204)">${body}</g></svg>`;
}

function bloom(theta: readonly number[], share: number, dark: boolean, id: string): string {
  const t = theta.map((x) => Math.tanh(x * 0.7)) as [number, number, number, number, number, number];
  const [lead, thrill, direct, warm, sensitive, aesthetic] = t.map((x) => (x + 1) / 2) as typeof t;
  const spread = 0.14 + 0.36 * (1 - Math.abs(2 * share - 1));
  const gradient = (name: string, tone: Tone): string =>
    `<linearGradient id="${id}${name}" gradientUnits="userSpaceOnUse" x1="0" y1="-130" x2="0" y2="130">${[
      0, 1, 2, 3, 4,
    ]
      .map((i) => `<stop offset="${i / 4}" stop-color="${ramp(tone, share + spread * (1 - i / 2))}"/>`)
      .join('')}</linearGradient>`;
  const fill = (name: string): string => `fill="url(#${id}${name})"`;
  const line = (name: string, width: number): string =>
    `fill="none" stroke="url(#${id}${name})" stroke-width="${width}"`;

  const petals = 7 + Math.round(5 * (1 - warm) + 2 * aesthetic);
  const step = (2 * Math.PI) / petals;
  const reach = (angle: number): number =>
    1 +
    0.2 * t[0] * Math.cos(angle) +
    0.1 * (t[2] - t[3]) * Math.cos(2 * angle) +
    0.08 * (t[5] - t[1]) * Math.cos(3 * angle) +
    0.06 * t[4] * Math.cos(4 * angle);
  const core = 42 + 8 * warm;
  const outer = 112 + 14 * warm;
  const half = (((2 * Math.PI * 78) / petals) * (0.42 + 0.42 * warm)) as number;
  const ring = (offset: number, length: number, width: number, attributes: string): string => {
    let out = '';
    for (let i = 0; i < petals; i++) {
      const angle = (i + offset) * step;
      out += `<path d="${petal(angle, core * 0.6, core * 0.6 + length * reach(angle), width, direct)}" ${attributes}/>`;
    }
    return out;
  };

  let out = `<defs>${gradient('d', 'deep')}${gradient('b', 'base')}${gradient('l', 'bright')}${gradient('p', 'pale')}</defs>`;
  for (let i = 0; i < 3; i++) {
    const r = 92 + 62 * warm - i * (10 + 12 * warm);
    out += `<circle r="${Math.round(r)}" ${fill('l')} opacity="${dark ? 0.07 : 0.12}"/>`;
  }

  let rays = '';
  const count = petals * (thrill > 0.62 ? 4 : 2);
  for (let i = 0; i < count; i++) {
    const angle = ((i + 0.5) * 2 * Math.PI) / count;
    const long = i % 2 === (count / 2) % 2 ? 1 : 0.6;
    rays += spike(angle, 70, 92 + (26 + 74 * thrill) * long * (0.6 + 0.4 * reach(angle)), 2 + 4 * thrill);
  }
  out += `<path d="${rays}" ${fill('b')} opacity=".9"/>`;

  const spires = lead < 0.35 ? 0 : lead < 0.6 ? 3 : lead < 0.8 ? 5 : 7;
  for (let i = spires - 1; i >= 0; i--) {
    const k = (i % 2 ? -1 : 1) * Math.ceil(i / 2);
    const angle = k * (0.17 + 0.05 * warm);
    out += `<path d="${petal(angle, 40, 112 + 82 * lead - 13 * k * k * (0.6 + 0.4 * lead), 13 + 6 * warm, 0.35 + 0.6 * direct)}" ${fill(k % 2 ? 'b' : 'd')}/>`;
  }

  out += ring(0.5, outer * 0.94, half, `${fill('d')} opacity=".92"`);
  out += ring(0, outer * 0.86, half, `${fill('b')} opacity=".86"`);
  out += ring(0.5, outer * 0.6, half * 0.72, `${fill('l')} opacity=".8"`);
  if (aesthetic > 0.45) {
    let veins = '';
    for (let i = 0; i < petals; i++) {
      const angle = i * step;
      const end = core * 0.6 + outer * 0.7 * reach(angle);
      veins += `M${polar(core, angle)}L${polar(end, angle)}`;
    }
    out += `<path d="${veins}" ${line('p', 1.6)} stroke-linecap="round" opacity=".75"/>`;
  }
  out += ring(0, outer * 0.4, half * 0.5, `${fill('p')} opacity=".7"`);

  const layers = 1 + Math.round(4 * sensitive);
  for (let i = 0; i < layers; i++) {
    const r = core + 9 + i * 13;
    out += `<path d="${wave(r, 1 + (2 + 5 * sensitive) * (0.5 + i / 5), petals)}" ${line('p', 2.4 - i * 0.3)} opacity="${0.9 - i * 0.13}"/>`;
  }

  const beads = aesthetic > 0.3 ? (aesthetic > 0.72 ? 2 : 1) : 0;
  for (let i = 0; i < petals * beads; i++) {
    const angle = (i * step) / beads;
    const r = core * 0.6 + outer * (i % beads ? 1.06 : 0.98) * reach(angle) + 8;
    out += disc(r, angle, (i % beads ? 2.6 : 3.4) + 3 * aesthetic, fill(i % beads ? 'b' : 'l'));
  }
  return out + face(core, t, share, fill('p'), line('b', 2));
}

function bud(dark: boolean): string {
  const ink = dark ? '#cfc6b4' : '#6f6757';
  let out = '';
  for (let i = 0; i < 4; i++) {
    out += `<circle r="${62 + i * 24}" fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-dasharray="${1 + i * 3} ${12 + i * 4}" opacity="${0.75 - i * 0.15}"/>`;
  }
  return out;
}
