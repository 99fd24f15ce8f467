import { draw } from '../adaptive/random.ts';
import { runUnidimensional } from '../adaptive/unidimensional.ts';
import { estimateEap } from '../estimation/eap.ts';
import { estimateCorrelatedEap } from '../estimation/eap-correlated.ts';
import { estimateMap } from '../estimation/map.ts';
import { runAxis } from '../simulation/adaptive.ts';
import { simulateTest } from '../simulation/study.ts';
import type { Definition, Item, StopRule } from '../types.ts';
import { BadDocument } from './bad-document.ts';
import { checkSigma, readItems, readResponses, readStop, readWeights } from './bank.ts';
import { judgeFit, ruleOf } from './fit.ts';
import type { Input } from './schemas.ts';

const ALONE = [[1]];

/** One person's values, and how the answers fit them. */
export function estimate(input: Input<'estimate'>) {
  const found = valuesOf(input);
  const { items: bank, sigma, acquiescence = 0, responses, careless } = input;
  const items = readItems(bank, sigma ? sigma.length : null);
  const model = { sigma: sigma ?? ALONE, acquiescence };
  const given = readResponses(items, responses);
  // The habit as the mode has it, whatever the method: the rule was made with it.
  const { theta, dimensions } = estimateMap(model, items, given);
  const habit = acquiescence ? theta[dimensions - 1]! : 0;
  return { ...found, fit: judgeFit(model, items, responses, habit, careless) };
}

function valuesOf({ items: bank, sigma, acquiescence = 0, responses, method }: Input<'estimate'>) {
  if (sigma) checkSigma(sigma);
  const items = readItems(bank, sigma ? sigma.length : null);
  const given = readResponses(items, responses);
  if (method === 'eap' && !sigma && !acquiescence) {
    const { value, se } = estimateEap(items, given);
    return { theta: [value], se: [se], cov: [[se * se]] };
  }
  const model = { sigma: sigma ?? ALONE, acquiescence };
  if (method === 'eap') {
    const { theta, covariance, converged } = estimateCorrelatedEap(model, items, given);
    const se = covariance.map((row, i) => Math.sqrt(row[i]!));
    return { theta, se, cov: covariance, ...(converged ? {} : { converged }) };
  }
  const { theta, covariance, dimensions: n, converged } = estimateMap(model, items, given);
  const cov = Array.from({ length: n }, (_, i) => Array.from(covariance.subarray(i * n, (i + 1) * n)));
  return {
    theta: Array.from(theta),
    se: cov.map((row, i) => Math.sqrt(row[i]!)),
    cov,
    ...(converged ? {} : { converged }),
  };
}

/** A definition of nothing but the model: one stop rule for every mode. */
function definitionOf(
  items: readonly Item[],
  { sigma, w, acquiescence, stop }: { sigma: number[][]; w: number[]; acquiescence: number; stop: StopRule },
): Definition {
  checkSigma(sigma);
  return {
    assessment: 'document',
    version: 1,
    language: 'none',
    facets: sigma.map((_, i) => `${i}`),
    sigma,
    weights: readWeights(w, sigma),
    acquiescence,
    categories: Math.max(...items.map(({ b }) => b.length)) + 1,
    modes: { quick: stop, default: stop, precise: stop },
    items,
  };
}

export function adaptive(input: Input<'adaptive'>) {
  const { sigma, w, acquiescence, candidates, seed, perFacetFirst } = input;
  const all = readItems(input.items, sigma ? sigma.length : null);
  const given = readResponses(all, input.responses);
  // An item without a response cannot be asked: nobody would answer.
  const items = all.filter((_, i) => given[i] !== null);
  const response = new Map(all.map((item, i) => [item, given[i]!]));
  const stop = readStop(input.stop, items.length);
  const luck = (step: number) => draw(seed, step);
  if (sigma) {
    if (!w) throw new BadDocument('w', 'the weights of the axis, one a facet, beside sigma');
    const definition = definitionOf(items.length ? items : all, {
      sigma,
      w,
      acquiescence: acquiescence ?? 0,
      stop,
    });
    const run = runAxis({ ...definition, items }, (item) => response.get(item)!, {
      stop,
      perFacetFirst: perFacetFirst ?? 2,
      candidates,
      luck,
    });
    const { theta, covariance, dimensions: n } = run.estimate;
    return {
      steps: run.steps.map(({ item, axis, ...step }) => ({
        item: item.id,
        ...step,
        axis: axis.value,
        axisSE: axis.se,
      })),
      theta: Array.from(theta),
      se: Array.from(theta, (_, i) => Math.sqrt(covariance[i * n + i]!)),
      axis: run.axis.value,
      axisSE: run.axis.se,
      pTeto: run.axis.pTeto,
    };
  }
  if (w) throw new BadDocument('sigma', 'a matrix, since there is w');
  if (acquiescence) throw new BadDocument('sigma', 'a matrix, since there is acquiescence');
  const steps = runUnidimensional(items, (i) => response.get(items[i]!)!, stop, { candidates, luck }).map(
    ({ index, value, se }) => ({
      item: items[index]!.id,
      response: response.get(items[index]!)!,
      theta: value,
      se,
    }),
  );
  const last = steps.at(-1) ?? { theta: 0, se: 1 };
  return { steps, theta: last.theta, se: last.se };
}

export function simulate({
  items: bank,
  sigma,
  w,
  acquiescence,
  stop,
  n,
  seed,
  careless,
}: Input<'simulate'>) {
  const items = readItems(bank, sigma.length);
  const other = items.findIndex(({ b }) => b.length !== items[0]!.b.length);
  if (other > 0) throw new BadDocument(`items[${other}].b`, 'as many thresholds as the first item has');
  if (items.every(({ key }) => key < 0)) throw new BadDocument('items[0].key', 'a 1 in at least one item');
  const rule = readStop(stop, items.length);
  const definition = definitionOf(items, { sigma, w, acquiescence, stop: rule });
  const found = simulateTest({ ...definition, careless: ruleOf(careless) }, { n, seed });
  const { meanItems, p10, p90, reliability, coverage95, typeAccuracy, ...shares } = found;
  const { clearShare, clearAccuracy, refused, cautioned } = shares;
  return {
    ...{ meanItems, p10, p90, reliability, coverage95, typeAccuracy, clearShare, clearAccuracy },
    ...{ refused, cautioned },
  };
}
