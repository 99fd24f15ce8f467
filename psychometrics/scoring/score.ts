import { personFit, rawOf } from '../careless/evidence.ts';
import { consistencyOf, GENERAL_RULE } from '../careless/rule.ts';
import { estimateMap } from '../estimation/map.ts';
import type { Answer, Definition, Estimate, Score } from '../types.ts';
import { readAnswers } from './answers.ts';
import { axis, pole } from './axis.ts';
import { refusalOf, typeRule } from './type-rule.ts';

/**
 * The result of any number of answers. Pretest items count for the refusals, never for a value; the order served counts
 * for the refusal of careless answers alone. Answers that fit poorly widen every band by the rule's factor.
 * Throws RangeError as `readAnswers` does.
 */
export function score(definition: Definition, answers: readonly Answer[]): Score {
  const { served, items, responses } = readAnswers(definition, answers);
  const given = { items, responses };
  const fit = personFit(definition, given);
  const estimate = estimateMap(definition, items, responses);
  const { theta, covariance, dimensions } = estimate;
  const rule = definition.careless ?? GENERAL_RULE;
  // One box for all that is measured is careless, whatever the pretest item got.
  const boxes = new Set(rawOf(definition, given)).size;
  const consistency = boxes < 2 ? 'careless' : consistencyOf(fit, items.length, rule);
  const cautious = consistency === 'cautious';
  const dimension = (i: number): Estimate => ({
    value: theta[i]!,
    se: Math.sqrt(covariance[i * dimensions + i]!),
  });
  const style = dimensions > definition.facets.length ? dimension(dimensions - 1) : { value: 0, se: 0 };
  if (cautious) for (let i = 0; i < covariance.length; i++) covariance[i]! *= rule.widen ** 2;
  const placed = axis(definition, estimate);
  const answered = items.length ? served.map(({ answer }) => answer) : [];
  return {
    ...typeRule(placed, answered.length > 0, refusalOf(answered, style.value, consistency)),
    axis: placed,
    poles: { teto: pole(definition, 1, estimate), egen: pole(definition, -1, estimate) },
    facets: definition.facets.map((id, i) => ({ id, ...dimension(i) })),
    acquiescence: style,
    fit: { rule: rule.version, ...fit, cautious },
    items: items.length,
  };
}
