/**
 * Where moments stand on a line of `width`: as far apart as they are in time, but never closer than `gap`, so that two
 * results of one day can be told apart. `times` in ms, ascending; the first stands at the start, the last at the end.
 */
export function places(times: readonly number[], width: number, gap: number): number[] {
  const [first = 0] = times;
  const last = times.at(-1) ?? first;
  if (times.length < 2) return times.map(() => width / 2);
  const least = Math.min(gap, width / (times.length - 1));
  const free = width - least * (times.length - 1);
  const span = last - first;
  return times.map((time, i) => {
    const share = span > 0 ? (time - first) / span : i / (times.length - 1);
    return least * i + free * share;
  });
}

const SPAN = 3;

/** Height of a score on a scale of −3…3 prior SD, `height` tall, upwards. What lies beyond stands at the end. */
export const level = (value: number, height: number): number =>
  ((SPAN - Math.min(SPAN, Math.max(-SPAN, Number.isFinite(value) ? value : 0))) / (2 * SPAN)) * height;
