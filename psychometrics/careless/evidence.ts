import { estimateMap, styleLoading } from '../estimation/map.ts';
import { probabilities } from '../model.ts';
import { bilinear } from '../numerics/linear.ts';
import type { Item, Model, PersonFit } from '../types.ts';
import { logOwnDistribution, logSumExp, logWithoutReading } from './without-reading.ts';

/** Answers to scored items in served order: `responses` reverse-coded for the key, as `estimateMap` takes them. */
export interface Given {
  items: readonly Item[];
  responses: readonly number[];
}

type Scale = Model & { categories: number };

/**
 * Log marginal likelihood by Laplace's approximation at the mode over all dimensions, and lz there:
 * ln p(y | θ̂) − ½ θ̂ᵀPθ̂ + ½ ln|P| + ½ ln|C|.
 */
export function laplace(model: Model, { items, responses }: Given): { marginal: number; lz: number } {
  const { theta, dimensions: n, precision, logVolume } = estimateMap(model, items, responses);
  let [observed, expected, variance] = [0, 0, 0];
  items.forEach((item, i) => {
    const u = styleLoading(model, item);
    const p = probabilities(item, theta[item.facet]! + (u && u * theta[n - 1]!));
    // A category of probability 0 adds nothing to what is expected; one that was given all the same is very unlikely.
    const logs = p.map((x) => Math.log(Math.max(x, Number.MIN_VALUE)));
    const mean = p.reduce((sum, x, k) => sum + x * logs[k]!, 0);
    expected += mean;
    variance += p.reduce((sum, x, k) => sum + x * (logs[k]! - mean) ** 2, 0);
    observed += logs[responses[i]!]!;
  });
  return {
    marginal: observed + (logVolume - bilinear(theta, precision, theta, n)) / 2,
    lz: variance > 0 ? (observed - expected) / Math.sqrt(variance) : 0,
  };
}

/**
 * The same for somebody whose side of the middle follows the model, but who is strong or mild by a habit of their own
 * on either side: people spread over the categories more or less than the model's (Böckenholt 2012, response trees).
 */
function sidesMarginal({ categories, ...model }: Scale, { items, responses }: Given, raw: readonly number[]) {
  const half = categories >> 1;
  const most = categories - 2 * half + 1;
  const sides = {
    items: items.map((item) => ({ ...item, b: item.b.slice(half - 1, categories - half) })),
    responses: responses.map((category) => Math.max(0, Math.min(category - half + 1, most))),
  };
  const habit = (test: (category: number) => boolean) => logOwnDistribution(raw.filter(test), half);
  return (
    laplace(model, sides).marginal +
    habit((category) => category < half) +
    habit((category) => category >= categories - half)
  );
}

/** The categories as tapped, before reverse-coding. */
export const rawOf = ({ categories }: Pick<Scale, 'categories'>, { items, responses }: Given): number[] =>
  responses.map((category, i) => (items[i]!.key > 0 ? category : categories - 1 - category));

/**
 * How well the answers fit: the log of how much better two ways of reading (the model; the model's side with one's own
 * strength) explain them than three of answering without.
 */
export function personFit(model: Scale, given: Given): PersonFit {
  const raw = rawOf(model, given);
  const { marginal, lz } = laplace(model, given);
  const reading = logSumExp([marginal, sidesMarginal(model, given, raw)]) - Math.LN2;
  return { evidence: reading - logWithoutReading(raw, model.categories), lz };
}
