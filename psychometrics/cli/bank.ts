import { cholesky } from '../numerics/cholesky.ts';
import { bilinear } from '../numerics/linear.ts';
import type { Item, StopRule } from '../types.ts';
import { BadDocument } from './bad-document.ts';
import type { Bank } from './schemas.ts';

/** The items as the engine takes them; `facet` counts only with a sigma of `facets` rows, else there is one facet. */
export function readItems(bank: Bank, facets: number | null): Item[] {
  return bank.map(({ id, a, b, key = 1, facet }, i) => {
    if (facets === null) return { id, a, b, key, facet: 0 };
    if (!(Number.isInteger(facet) && (facet as number) >= 0 && (facet as number) < facets)) {
      throw new BadDocument(`items[${i}].facet`, `a row of sigma, 0 … ${facets - 1}`);
    }
    return { id, a, b, key, facet: facet as number };
  });
}

/** One response beside every item, null where none is given. */
export function readResponses(
  items: readonly Item[],
  responses: Record<string, number | null>,
): (number | null)[] {
  const index = new Map(items.map((item, i) => [item.id, i]));
  const read: (number | null)[] = items.map(() => null);
  for (const [id, category] of Object.entries(responses)) {
    const i = index.get(id);
    if (i === undefined) throw new BadDocument(`responses.${id}`, 'the id of an item');
    const most = items[i]!.b.length;
    if (category !== null && category > most) {
      throw new BadDocument(`responses.${id}`, `a category 0 … ${most} or null`);
    }
    read[i] = category;
  }
  return read;
}

export function checkSigma(sigma: readonly (readonly number[])[]): void {
  try {
    cholesky(sigma);
  } catch {
    throw new BadDocument('sigma', 'a positive definite matrix');
  }
}

/** The weights scaled so that the axis has SD 1 under sigma. */
export function readWeights(w: readonly number[], sigma: readonly (readonly number[])[]): number[] {
  if (w.length !== sigma.length) throw new BadDocument('w', `${sigma.length} numbers, one a facet`);
  const sd = Math.sqrt(bilinear(w, sigma.flat(), w, sigma.length));
  if (!(sd > 0)) throw new BadDocument('w', 'at least one number other than 0');
  return w.map((weight) => weight / sd);
}

export function readStop(
  { se, min, max }: { se: number; min: number; max?: number | undefined },
  items: number,
): StopRule {
  if (max !== undefined && max < min) throw new BadDocument('stop.max', 'min or more');
  return { se, min, max: max ?? items };
}
