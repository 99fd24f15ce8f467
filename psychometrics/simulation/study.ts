import { progress } from '../adaptive/progress.ts';
import { dot } from '../numerics/linear.ts';
import { score } from '../scoring/score.ts';
import type { Answer, Definition, Mode } from '../types.ts';
import type { Choose } from './careless-takers.ts';
import { drawPerson, tap, uniforms } from './person.ts';

/** What a test gives people of its own model. Shares are 0..1; real people will do worse. */
export interface Study {
  people: number;
  meanItems: number;
  /** 10th and 90th percentile of the number of scored items */
  p10: number;
  p90: number;
  /** share that reached the wanted SE before the longest test */
  reached: number;
  meanSE: number;
  rmse: number;
  /** squared correlation of estimated and true axis */
  reliability: number;
  /** share whose ±1.96 SE band covers the truth */
  coverage95: number;
  /** share placed on their true side of the middle */
  typeAccuracy: number;
  /** share at least one SE off the middle: those who get a type */
  clearShare: number;
  /** share of those placed on their true side; NaN without any */
  clearAccuracy: number;
  /** share refused a type though they answered by the model */
  refused: number;
  /** share given one with caution: their bands are wider */
  cautioned: number;
}

/** Squared correlation of two columns. */
export function squaredCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  let [mx, my, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    mx += x[i]! / n;
    my += y[i]! / n;
  }
  for (let i = 0; i < n; i++) {
    xx += (x[i]! - mx) ** 2;
    yy += (y[i]! - my) ** 2;
    xy += (x[i]! - mx) * (y[i]! - my);
  }
  return (xy * xy) / (xx * yy);
}

/** The value at or above a share of the sorted values (nearest rank). */
function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Somebody takes the test as the product gives it, or goes on after `before`; whether it stopped by its SE. */
export function takeTest(
  definition: Definition,
  mode: Mode,
  seed: string,
  choose: Choose,
  before: readonly Answer[] = [],
) {
  const items = new Map(definition.items.map((item) => [item.id, item]));
  const answers = [...before];
  for (;;) {
    const { next, stop } = progress(definition, { seed, mode, answers });
    if (next === null) return { answers, bySe: stop === 'se' };
    answers.push({ item: next, category: choose(items.get(next)!, answers.length), ms: 3000 });
  }
}

/**
 * A whole adaptive test taken by `n` people drawn from the definition's own model (facets, response style, answers),
 * asked and scored by the code that asks and scores everybody. The same seed gives the same figures.
 */
export function simulateTest(
  definition: Definition,
  { n, seed, mode = 'default' }: { n: number; seed: string; mode?: Mode },
): Study {
  const truth = new Float64Array(n);
  const estimate = new Float64Array(n);
  const used = new Float64Array(n);
  let [reached, se, squared, covered, right] = [0, 0, 0, 0, 0];
  let [clear, rightIfClear, refused, cautioned] = [0, 0, 0, 0];
  for (let p = 0; p < n; p++) {
    const random = uniforms(`${seed} ${p}`);
    const person = drawPerson(definition, random);
    const choose: Choose = (item) => tap(definition, item, person, random);
    const { answers, bySe } = takeTest(definition, mode, `${seed}:${p}`, choose);
    const { axis, items, refusal, fit } = score(definition, answers);
    truth[p] = dot(definition.weights, person);
    estimate[p] = axis.value;
    used[p] = items;
    const same = axis.value > 0 === truth[p]! > 0;
    const sure = Math.abs(axis.value) >= axis.se;
    const error = Math.abs(axis.value - truth[p]!);
    se += axis.se;
    squared += error * error;
    if (bySe) reached++;
    if (error < 1.96 * axis.se) covered++;
    if (same) right++;
    if (sure) clear++;
    if (sure && same) rightIfClear++;
    if (refusal) refused++;
    else if (fit.cautious) cautioned++;
  }
  const sorted = used.slice().sort();
  return {
    people: n,
    meanItems: used.reduce((sum, x) => sum + x, 0) / n,
    p10: quantile(sorted, 0.1),
    p90: quantile(sorted, 0.9),
    reached: reached / n,
    meanSE: se / n,
    rmse: Math.sqrt(squared / n),
    reliability: squaredCorrelation(truth, estimate),
    coverage95: covered / n,
    typeAccuracy: right / n,
    clearShare: clear / n,
    clearAccuracy: rightIfClear / clear,
    refused: refused / n,
    cautioned: cautioned / n,
  };
}
