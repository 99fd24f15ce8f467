import { type Curve, probabilities } from '../model.ts';
import { uniforms } from '../testing.ts';

/** A category drawn by the model. */
export function answer(item: Curve, theta: number, random: () => number): number {
  let left = random();
  const all = probabilities(item, theta);
  for (let k = 0; k < all.length - 1; k++) {
    left -= all[k]!;
    if (left < 0) return k;
  }
  return all.length - 1;
}

export function normals(seed: string): () => number {
  const random = uniforms(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

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
  const random = uniforms(`${seed} answers`);
  const normal = normals(`${seed} people`);
  const group = Array.from({ length: people }, (_, i) => i % 2);
  const thetas = group.map((g) => normal() + g * impact);
  const responses = thetas.map((theta, i) =>
    (group[i] ? focal : items).map((item) => answer(item, theta, random)),
  );
  return { responses, group, thetas };
}
