import { styleLoading } from '../../../psychometrics/estimation/map.ts';
import { information } from '../../../psychometrics/model.ts';
import { bilinear, invert } from '../../../psychometrics/numerics/linear.ts';
import type { Definition } from '../../../psychometrics/types.ts';

/** [x, y] in the units of the axes. */
export type Point = readonly [number, number];

export const thetas: readonly number[] = Array.from({ length: 61 }, (_, i) => (i - 30) / 10);

const scored = ({ items }: Definition) => items.filter((item) => !item.pretest);

/** Information of all scored items of a facet about that facet. */
export function facetInformation(definition: Definition, facet: number): Point[] {
  const own = scored(definition).filter((item) => item.facet === facet);
  return thetas.map((theta) => [theta, own.reduce((sum, item) => sum + information(item, theta), 0)]);
}

/** Where the facets are expected at an axis value: E(θ | A) = Σw·A, the axis having variance 1. */
export const expectedFacets = ({ sigma, weights }: Definition, axis: number): number[] =>
  sigma.map((row) => axis * row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0));

/** Expected SE of the axis after all scored items, prior and response style included, at those facets. */
export function axisError(definition: Definition, axis: number): number {
  const { sigma, weights } = definition;
  const n = sigma.length + 1;
  const precision = new Float64Array(n * n);
  precision[n * n - 1] = 1;
  for (const [i, row] of sigma.entries()) precision.set(row, i * n);
  invert(precision, n);
  const theta = expectedFacets(definition, axis);
  for (const item of scored(definition)) {
    const u = styleLoading(definition, item);
    const i = information(item, theta[item.facet] ?? 0);
    const cells: Point[] = [
      [item.facet * n + item.facet, 1],
      [item.facet * n + n - 1, u],
      [(n - 1) * n + item.facet, u],
      [n * n - 1, u * u],
    ];
    for (const [cell, share] of cells) precision[cell] = (precision[cell] ?? 0) + i * share;
  }
  invert(precision, n);
  return Math.sqrt(bilinear(weights, precision, weights, n));
}

/** What the answers alone tell of the axis: 1 / SE² less the prior's 1. */
export const informationOf = (se: number): number => 1 / (se * se) - 1;

export const axisInformation = (definition: Definition): Point[] =>
  thetas.map((axis) => [axis, informationOf(axisError(definition, axis))]);

/** Correlation of the two poles' sums under a matrix of facet correlations; `weights` give the sides. */
export function poleCorrelation(sigma: readonly (readonly number[])[], weights: readonly number[]): number {
  const sum = (side: (w: number) => boolean, other: (w: number) => boolean) =>
    sigma.reduce(
      (all, row, i) =>
        all +
        row.reduce((s, value, j) => s + (side(weights[i] ?? 0) && other(weights[j] ?? 0) ? value : 0), 0),
      0,
    );
  const teto = (w: number) => w > 0;
  const egen = (w: number) => w < 0;
  return sum(teto, egen) / Math.sqrt(sum(teto, teto) * sum(egen, egen));
}
