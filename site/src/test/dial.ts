const WIDTH = 320;
const NARROWEST = 26;

/** Half the opening of the aperture for a certainty of 0…1: it closes to the sharpest at 1. Shared with Stage.astro. */
export function opening(certainty: number): { left: number; right: number } {
  const half = NARROWEST / 2 + (1 - certainty) * (WIDTH / 2 - NARROWEST / 2);
  const left = Math.round(WIDTH / 2 - half);
  return { left, right: WIDTH - left };
}

/** Index of the words for a certainty of 0…1 among `count`; the last only when it is reached. */
export function wordAt(certainty: number, count: number): number {
  return certainty >= 1 ? count - 1 : Math.min(count - 2, Math.floor(certainty * (count - 1)));
}
