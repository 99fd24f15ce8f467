export const round = (value: number): number => Math.round(value * 10) / 10;

/** Point at radius r, angle in radians clockwise from the top, as "x y"; `aside` moves it square to the ray. */
export function polar(r: number, angle: number, aside = 0): string {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return `${round(r * sin + aside * cos)} ${round(aside * sin - r * cos)}`;
}

/**
 * Leaf from radius `from` to `to`, half-width `half`; `sharp` 0 is a round tip, 1 a blade;
 * `lean` turns the tip by so many radians, as wind does a flame.
 */
export function petal(
  angle: number,
  from: number,
  to: number,
  half: number,
  sharp: number,
  lean = 0,
): string {
  const length = to - from;
  const shoulder = from + length * (0.34 + 0.1 * sharp);
  const neck = to - length * 0.36 * sharp;
  const side = (s: number): [string, string] => [
    polar(shoulder, angle + lean * 0.1, s * half * 1.22),
    polar(neck, angle + lean * (1 - 0.4 * sharp), s * half * (0.95 - 0.5 * sharp)),
  ];
  const [a, b] = side(-1);
  const [c, d] = side(1);
  return `M${polar(from, angle)}C${a} ${b} ${polar(to, angle + lean)}C${d} ${c} ${polar(from, angle)}Z`;
}

/** Thin spike with its foot at radius `from`. */
export function spike(angle: number, from: number, to: number, half: number, lean = 0): string {
  return `M${polar(from, angle, -half)}L${polar(to, angle + lean)}L${polar(from, angle, half)}Z`;
}

/** Closed ring around radius `at(angle)` that undulates `lobes` times by ± depth. */
export function wave(at: (angle: number) => number, depth: number, lobes: number): string {
  const step = Math.PI / lobes;
  let path = '';
  for (let i = 0; i <= lobes * 2; i++) {
    const r = at(i * step) + (i % 2 ? -depth : depth);
    const handle = r * step * 0.42;
    if (i) path += `${polar(r, i * step, -handle)} ${polar(r, i * step)}`;
    path += i ? (i < lobes * 2 ? 'S' : 'Z') : `M${polar(r, 0)}C${polar(r, 0, handle)} `;
  }
  return path;
}

/** Place of a bead, as a path part: a stroke too short to see, whose round cap is the bead. */
export function bead(r: number, angle: number): string {
  return `M${polar(r, angle)}h.1`;
}
