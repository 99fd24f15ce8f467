import type { CarelessRule, Limits, Line, PersonFit, Score, Verdict } from '../types.ts';

export type Consistency = 'fits' | 'cautious' | 'careless';

/** For an instrument without limits of its own: 12 : 1 against reading, or lz as rare as 1 in 160 people of the model. */
export const GENERAL_RULE: CarelessRule = {
  version: 1,
  refuse: { evidence: [-2.5, 0], lz: [-2.5, 0] },
  caution: { evidence: [-1.5, 0], lz: [-1.5, 0] },
  widen: 2,
};

const at = (line: Line, items: number): number => line[0]! + line[1]! * items;

const below = ({ evidence, lz }: PersonFit, limits: Limits, items: number): boolean =>
  evidence < at(limits.evidence, items) || lz < at(limits.lz, items);

/** What the fit of answers to `items` scored items says of how they were given. */
export function consistencyOf(fit: PersonFit, items: number, rule: CarelessRule): Consistency {
  if (below(fit, rule.refuse, items)) return 'careless';
  return below(fit, rule.caution, items) ? 'cautious' : 'fits';
}

/** Why no type was given, or with how much care. */
export const verdictOf = ({ refusal, fit }: Pick<Score, 'refusal' | 'fit'>): Verdict =>
  refusal ?? (fit.cautious ? 'cautious' : 'fits');
