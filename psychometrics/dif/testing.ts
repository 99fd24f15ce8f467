import type { Curve } from '../model.ts';
import { drawCategory, normal, uniforms } from '../simulation/person.ts';

/** Five-category items of moderate to high slopes, spread over the scale. */
export function scale(length: number, seed: string): Curve[] {
  const random = uniforms(seed);
  return Array.from({ length }, () => {
    const middle = random() - 0.5;
    return { a: 1 + 1.2 * random(), b: [-1.6, -0.5, 0.5, 1.6].map((b) => b + middle) };
  });
}

export interface Simulated {
  responses: number[][];
  group: number[];
  thetas: number[];
}

/** Half the people focal, their θ ~ N(`impact`, 1), answering by `focal` instead of `items`. */
export function simulateGroups(
  items: readonly Curve[],
  people: number,
  seed: string,
  { focal = items, impact = 0 }: { focal?: readonly Curve[]; impact?: number } = {},
): Simulated {
  const random = uniforms(seed);
  const group = Array.from({ length: people }, (_, i) => i % 2);
  const thetas = group.map((g) => normal(random) + g * impact);
  const responses = thetas.map((theta, i) =>
    (group[i] ? focal : items).map((item) => drawCategory(item, theta, random)),
  );
  return { responses, group, thetas };
}
