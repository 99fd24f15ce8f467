import { estimateEap } from '../estimation/eap.ts';
import { type Curve, information } from '../model.ts';
import type { Estimate, StopRule } from '../types.ts';
import { stopReason } from './stop.ts';

export interface Step extends Estimate {
  /** of the item asked, and its expected information at the estimate before it was asked */
  index: number;
  information: number;
}

/** Take one of the `candidates` most informative items by `luck(step)` in [0, 1); without: the most informative. */
export interface Randomesque {
  candidates?: number;
  luck?: (step: number) => number;
}

/**
 * A classical adaptive test of one θ: the most informative item at the EAP (0 at the start; ties go to the lower
 * index) until the rule stops it. `answer` gives the reverse-coded 0-based category of item `index`.
 */
export function runUnidimensional(
  items: readonly Curve[],
  answer: (index: number) => number,
  rule: StopRule,
  { candidates = 1, luck = () => 0 }: Randomesque = {},
): Step[] {
  const steps: Step[] = [];
  const responses: (number | null)[] = items.map(() => null);
  let estimate: Estimate = { value: 0, se: 1 };
  while (steps.length < items.length && !stopReason(rule, steps.length, estimate.se)) {
    const ranked = items
      .map((item, index) => ({ index, information: information(item, estimate.value) }))
      .filter(({ index }) => responses[index] == null)
      .sort((x, y) => y.information - x.information)
      .slice(0, candidates);
    const { index, information: most } = ranked[Math.floor(luck(steps.length) * ranked.length)]!;
    responses[index] = answer(index);
    estimate = estimateEap(items, responses);
    steps.push({ index, information: most, ...estimate });
  }
  return steps;
}
