import { estimateMap } from '../estimation/map.ts';
import type { Answer, Definition, Estimate, Score } from '../types.ts';
import { readAnswers } from './answers.ts';
import { axis, pole } from './axis.ts';
import { typeRule } from './type-rule.ts';

/**
 * The result of any number of answers, in any order. Pretest items count for the refusals, never for a value.
 * Throws RangeError as `readAnswers` does.
 */
export function score(definition: Definition, answers: readonly Answer[]): Score {
  const { served, items, responses } = readAnswers(definition, answers);
  const estimate = estimateMap(definition, items, responses);
  const { theta, covariance, dimensions } = estimate;
  const dimension = (i: number): Estimate => ({
    value: theta[i]!,
    se: Math.sqrt(covariance[i * dimensions + i]!),
  });
  const facets = definition.facets.map((id, i) => ({ id, ...dimension(i) }));
  const acquiescence = dimensions > facets.length ? dimension(facets.length) : { value: 0, se: 0 };
  const placed = axis(definition, estimate);
  const given = items.length ? served.map(({ answer }) => answer) : [];
  return {
    ...typeRule(placed, given, acquiescence.value),
    axis: placed,
    poles: { teto: pole(definition, 1, estimate), egen: pole(definition, -1, estimate) },
    facets,
    acquiescence,
    items: items.length,
  };
}
