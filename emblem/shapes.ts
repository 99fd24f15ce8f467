const round = (value: number): number => Math.round(value * 10) / 10;

/** Point at radius r, angle in radians clockwise from the top, around the origin, as "x y". */
export function polar(r: number, angle: number): string {
  return `${round(r * Math.sin(angle))} ${round(-r * Math.cos(angle))}`;
}

/** `bend` moves the point sideways (in units), at a right angle to the ray. */
function beside(r: number, bend: number, angle: number): string {
  return polar(Math.hypot(r, bend), angle + Math.atan2(bend, r));
}

/** Leaf from radius `from` to `to`, half-width `half`; `sharp` 0 is a round tip, 1 a blade. */
export function petal(angle: number, from: number, to: number, half: number, sharp: number): string {
  const length = to - from;
  const shoulder = from + length * (0.3 + 0.12 * sharp);
  const tip = to - length * 0.42 * sharp;
  const side = (s: number): [string, string] => [
    beside(shoulder, s * half * (1.25 - 0.1 * sharp), angle),
    beside(tip, s * half * (0.95 - 0.62 * sharp), angle),
  ];
  const [a, b] = side(-1);
  const [c, d] = side(1);
  return `M${polar(from, angle)}C${a} ${b} ${polar(to, angle)}C${d} ${c} ${polar(from, angle)}Z`;
}

/** Thin spike with its foot at radius `from`. */
export function spike(angle: number, from: number, to: number, half: number): string {
  return `M${beside(from, -half, angle)}L${polar(to, angle)}L${beside(from, half, angle)}Z`;
}

/** Closed ring at radius r that undulates `lobes` times by ± depth. */
export function wave(r: number, depth: number, lobes: number): string {
  const step = Math.PI / lobes;
  let path = `M${polar(r + depth, 0)}`;
  for (let i = 0; i < lobes * 2; i++) {
    const [here, there] = i % 2 ? [r - depth, r + depth] : [r + depth, r - depth];
    const handle = step * 0.42;
    path += `C${beside(here, r * handle, i * step)} ${beside(there, -r * handle, (i + 1) * step)} ${polar(there, (i + 1) * step)}`;
  }
  return `${path}Z`;
}

export function disc(r: number, angle: number, size: number, attributes: string): string {
  const [x, y] = polar(r, angle).split(' ');
  return `<circle cx="${x}" cy="${y}" r="${round(size)}" ${attributes}/>`;
}
