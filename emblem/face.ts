import { ramp } from './palette.ts';

/** The calm centre: t = lead…aesthetic in −1…1. Eyes open with directness, the smile widens with warmth. */
export function face(r: number, t: readonly number[], share: number, fill: string, rim: string): string {
  const [, , direct = 0, warm = 0, sensitive = 0] = t;
  const ink = ramp('ink', share);
  const eye = r * 0.36;
  const lid = Math.round(r * (0.13 + 0.03 * sensitive) * 10) / 10;
  const n = (value: number): number => Math.round(value * 10) / 10;
  const eyes = [-1, 1]
    .map((s) =>
      direct > 0
        ? `<ellipse cx="${n(s * eye)}" cy="${n(-r * 0.02)}" rx="${n(lid * 0.6)}" ry="${n(lid * (0.6 + 0.4 * direct))}" fill="${ink}" stroke="none"/>`
        : `<path d="M${n(s * eye - lid)} ${n(-r * 0.03)}q${lid} ${n(lid * (0.9 - 0.4 * direct))} ${lid * 2} 0"/>`,
    )
    .join('');
  const smile = r * (0.11 + 0.05 * warm);
  const cheek = (s: number): string =>
    `<circle cx="${n(s * r * 0.56)}" cy="${n(r * 0.2)}" r="${n(r * 0.13)}" fill="${ramp('bright', share)}" stroke="none" opacity="${n(0.55 + 0.25 * sensitive)}"/>`;
  return `<circle r="${n(r)}" ${fill}/><circle r="${n(r)}" ${rim}/><g fill="none" stroke="${ink}" stroke-width="${n(r * 0.075)}" stroke-linecap="round">${cheek(-1)}${cheek(1)}${eyes}<path d="M${n(-smile)} ${n(r * 0.19)}q${n(smile)} ${n(r * (0.1 + 0.07 * warm))} ${n(smile * 2)} 0"/></g>`;
}
