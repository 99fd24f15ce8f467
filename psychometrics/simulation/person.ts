import { draw } from '../adaptive/random.ts';
import { probabilities } from '../model.ts';
import { cholesky } from '../numerics/cholesky.ts';
import type { Definition, Item, Model } from '../types.ts';

/** A stream of uniform numbers in [0, 1), the same for the same seed. */
export function uniforms(seed: string): () => number {
  let step = 0;
  return () => draw(seed, step++);
}

/** One standard normal number (Box & Muller, 1958). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A person of the model: the facets from N(0, sigma), then response style from N(0, 1). */
export function drawPerson({ sigma }: Pick<Model, 'sigma'>, random: () => number): number[] {
  const root = cholesky(sigma);
  const independent = sigma.map(() => normal(random));
  return [...root.map((row) => row.reduce((sum, x, k) => sum + x * independent[k]!, 0)), normal(random)];
}

/** A category by the model's probabilities at z. */
export function drawCategory(
  item: { a: number; b: readonly number[] },
  z: number,
  random: () => number,
): number {
  let left = random();
  let category = 0;
  for (const probability of probabilities(item, z)) {
    left -= probability;
    if (left < 0 || category === item.b.length) break;
    category++;
  }
  return category;
}

/** The raw category this person taps, by the model; pretest items without parameters get any. */
export function tap(
  { categories, acquiescence, facets }: Pick<Definition, 'categories' | 'acquiescence' | 'facets'>,
  item: Item,
  person: readonly number[],
  random: () => number,
): number {
  if (!item.b.length) return Math.floor(random() * categories);
  const z = person[item.facet]! + (item.key * acquiescence * person[facets.length]!) / item.a;
  const coded = drawCategory(item, z, random);
  return item.key > 0 ? coded : categories - 1 - coded;
}
