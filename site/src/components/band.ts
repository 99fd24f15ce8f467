const WIDTH = 600;
const SPAN = 3;

const place = (z: number): number => {
  const clamped = Math.min(SPAN, Math.max(-SPAN, z));
  return Math.round(((clamped + SPAN) / (2 * SPAN)) * WIDTH * 10) / 10;
};

// Even a score off the scale shows a band of some width at its end.
const LEAST = 28;
const inside = (from: number, to: number) => ({
  from: Math.min(from, WIDTH - LEAST),
  to: Math.max(to, LEAST),
});

/** Where a band stands on a scale of −3…3 prior SD drawn 0…600 wide: ±1 SE, ±2 SE, and the point itself. */
export function bandGeometry(score: number, se: number) {
  const value = Number.isFinite(score) ? score : 0;
  const near = inside(place(value - se), place(value + se));
  const wide = inside(place(value - 2 * se), place(value + 2 * se));
  return {
    ...near,
    wideFrom: wide.from,
    wideTo: wide.to,
    at: Math.min(WIDTH - 3, Math.max(3, place(value))),
  };
}
