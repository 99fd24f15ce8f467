import { face } from './face.ts';
import { ramp, type Tone } from './palette.ts';
import { bead, petal, polar, round, spike, wave } from './shapes.ts';

/** The figure around the origin, within ±196; `theta` = six facets, `share` = Teto share 0…1. */
export function bloom(theta: readonly number[], share: number, dark: boolean, id: string): string {
  const t = theta.map((x) => Math.tanh(x * 0.7)) as [number, number, number, number, number, number];
  const [lead, thrill, direct, warm, sensitive, aesthetic] = t.map((x) => (x + 1) / 2) as typeof t;

  const petals = 7 + Math.round(2.4 * (1 - warm) + 2 * aesthetic);
  const core = 50 + 7 * warm;
  const length = 80 + 16 * warm;
  const half = (430 / petals) * (0.56 + 0.38 * warm);
  const lean = (angle: number): number => -0.34 * t[1] * Math.sin(angle);
  const reach = (angle: number): number =>
    1 +
    0.2 * t[0] * Math.cos(angle) +
    0.09 * (t[2] - t[3]) * Math.cos(2 * angle) +
    0.07 * (t[5] - t[1]) * Math.cos(3 * angle);
  const edge = (angle: number): number => core * 0.6 + length * 1.16 * reach(angle);
  const around = (draw: (angle: number, i: number) => string, count = petals, offset = 0): string => {
    let out = '';
    for (let i = 0; i < count; i++) out += draw(((i + offset) * 2 * Math.PI) / count, i);
    return out;
  };

  let [top, bottom, side] = [0, 0, 0];
  const ends = (r: number, angle: number): number => {
    top = Math.max(top, r * Math.cos(angle));
    bottom = Math.max(bottom, -r * Math.cos(angle));
    side = Math.max(side, Math.abs(r * Math.sin(angle)));
    return r;
  };
  const fill = (tone: Tone): string => `fill="url(#${id}${tone})"`;
  const line = (tone: Tone, width: number): string =>
    `fill="none" stroke="url(#${id}${tone})" stroke-width="${round(width)}"`;
  const beads = (d: string, radius: number, tone: Tone): string =>
    path(d, `${line(tone, radius * 2)} stroke-linecap="round"`);
  const path = (d: string, attributes: string): string => (d ? `<path d="${d}" ${attributes}/>` : '');
  const ring = (offset: number, size: number, width: number, attributes: string): string =>
    `<g ${attributes}>${around((a) => path(petal(a, core * 0.6, ends(core * 0.6 + length * size * reach(a), a + lean(a)), width, direct, lean(a)), ''), petals, offset)}</g>`;

  let out = '';
  // Large areas in one colour: a card renderer spends most of its time on wide gradients.
  const aura = ramp('bright', share);
  const halo = core + 36 + 74 * warm;
  for (const angle of [0, Math.PI / 2, Math.PI]) ends(halo, angle);
  for (let i = 0; i < 3; i++) {
    const r = core + (36 + 74 * warm) * (1 - i * 0.28);
    out += `<circle r="${round(r)}" fill="${aura}" opacity="${dark ? 0.08 : 0.13}"/>`;
  }

  const ripples = Math.round(3.4 * sensitive);
  for (let i = ripples; i > 0; i--) {
    const at = (a: number): number => ends(edge(a) * 0.92 + i * 14 - 5, a);
    const water = i === ripples ? `fill="${aura}" fill-opacity=".2"` : 'fill="none"';
    const line = `stroke="${aura}" stroke-width="${round(3.4 - i * 0.6)}" stroke-opacity="${round(1.1 - i * 0.2)}"`;
    out += path(wave(at, 2 + 4 * sensitive, petals), `${water} ${line}`);
  }

  const rays = thrill < 0.3 ? 0 : petals * (thrill > 0.66 ? 3 : 2);
  out += path(
    around(
      (a, i) =>
        spike(
          a,
          60,
          ends(edge(a) + (i % (rays / petals) ? 0.5 : 1) * 50 * (thrill - 0.16), a + lean(a)),
          1.5 + 4 * thrill,
          lean(a),
        ),
      rays,
      thrill > 0.66 ? 0 : 0.5,
    ),
    fill('base'),
  );

  const spires = lead < 0.4 ? 0 : lead < 0.62 ? 3 : lead < 0.82 ? 5 : 7;
  const spire = (k: number): [number, number] => [
    k * (0.21 + 0.05 * warm),
    ends(edge(0) * 0.96 + 46 * (lead - 0.3) - 9 * k * k * lead, 0),
  ];
  const order = [3, -3, 2, -2, 1, -1, 0].filter((k) => Math.abs(k) <= (spires - 1) / 2);
  for (const k of spires ? order : []) {
    const [a, r] = spire(k);
    out += path(petal(a, 40, r, 15 + 6 * warm, 0.45 + 0.5 * direct), fill(k % 2 ? 'base' : 'deep'));
  }
  const tip = (k: number): string => bead(ends(spire(k)[1] + 6, spire(k)[0]), spire(k)[0]);
  if (spires) out += beads(order.map(tip).join(''), 2.5 + 2.5 * lead, 'bright');

  out += ring(0.5, 1.08, half, `${fill('deep')}`);
  out += ring(0, 1, half, `${fill('base')} fill-opacity=".88"`);
  if (aesthetic > 0.4) {
    const at = (a: number, share: number): [number, number] => [
      core + length * (share + 0.3 * aesthetic) * reach(a),
      a + lean(a) * 0.5,
    ];
    const vein = (a: number): string => `M${polar(core, a)}L${polar(...at(a, 0.3))}`;
    out += path(around(vein), `${line('pale', 1 + 1.2 * aesthetic)} stroke-linecap="round"`);
    out += beads(
      around((a) => bead(...at(a, 0.36))),
      1.4 + 1.6 * aesthetic,
      'pale',
    );
  }
  out += ring(0.5, 0.72, half * 0.78, `${fill('bright')} fill-opacity=".85"`);
  out += ring(0, 0.52, half * 0.56, `${fill('pale')} fill-opacity=".72"`);

  const jewels = (away: number, offset: number): string =>
    around((a) => (spires && !a ? '' : bead(ends(edge(a) + away, a + lean(a)), a + lean(a))), petals, offset);
  if (aesthetic > 0.35) out += beads(jewels(12, 0), 2.6 + 2.6 * aesthetic, 'bright');
  if (aesthetic > 0.75) out += beads(jewels(21, 0.5), 2 + 2.6 * aesthetic, 'bright');
  out += face(core, t, share, fill('pale'), line('base', 2.5));

  const spread = 0.14 + 0.36 * (1 - Math.abs(2 * share - 1));
  const gradient = (tone: Tone): string =>
    `<linearGradient id="${id}${tone}" gradientUnits="userSpaceOnUse" x1="0" y1="-130" x2="0" y2="130">${[
      0, 1, 2, 3, 4,
    ]
      .map((i) => `<stop offset="${i / 4}" stop-color="${ramp(tone, share + spread * (1 - i / 2))}"/>`)
      .join('')}</linearGradient>`;
  const defs = (['deep', 'base', 'bright', 'pale'] as const).map(gradient).join('');
  const scale = 194 / (Math.max((top + bottom) / 2, side) + 6);
  const shift = round((scale * (top - bottom)) / 2);
  return `<defs>${defs}</defs><g transform="translate(0 ${shift}) scale(${Math.round(scale * 1000) / 1000})">${out}</g>`;
}
