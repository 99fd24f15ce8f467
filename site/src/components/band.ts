const WIDTH = 600;
const SPAN = 3;

const place = (z: number): number => {
  const clamped = Math.min(SPAN, Math.max(-SPAN, Number.isFinite(z) ? z : 0));
  return Math.round(((clamped + SPAN) / (2 * SPAN)) * WIDTH * 10) / 10;
};

/** Where a band stands on a scale of −3…3 prior SD drawn 0…600 wide: ±1 SE, ±2 SE, and the point itself. */
export function bandGeometry(value: number, se: number) {
  return {
    from: place(value - se),
    to: place(value + se),
    wideFrom: place(value - 2 * se),
    wideTo: place(value + 2 * se),
    at: Math.min(WIDTH - 3, Math.max(3, place(value))),
  };
}
