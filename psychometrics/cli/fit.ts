import { personFit } from '../careless/evidence.ts';
import { consistencyOf, GENERAL_RULE } from '../careless/rule.ts';
import { refusalOf } from '../scoring/type-rule.ts';
import type { CarelessRule, Item, Model, Verdict } from '../types.ts';

export type Limits = Pick<CarelessRule, 'refuse' | 'caution'>;

/** The rule a document names, or the general one. */
export const ruleOf = (limits: Limits | undefined): CarelessRule => ({ ...GENERAL_RULE, ...limits });

/**
 * How the answers, in the order given, fit, and the verdict of the rule that judges every result; response times are not in a
 * document. Null without answers, or where items differ in their number of categories.
 */
export function judgeFit(
  model: Model,
  items: readonly Item[],
  responses: Readonly<Record<string, number | null>>,
  acquiescence: number,
  limits: Limits | undefined,
): { evidence: number; lz: number; verdict: Verdict } | null {
  const byId = new Map(items.map((item) => [item.id, item]));
  const answered = Object.entries(responses).flatMap(([id, category]) =>
    category === null ? [] : [{ item: byId.get(id)!, category }],
  );
  const categories = (answered[0]?.item.b.length ?? 0) + 1;
  if (categories < 2 || answered.some(({ item }) => item.b.length + 1 !== categories)) return null;
  const fit = personFit(
    { ...model, categories },
    { items: answered.map(({ item }) => item), responses: answered.map(({ category }) => category) },
  );
  const raw = answered.map(({ item, category }) => ({
    category: item.key > 0 ? category : categories - 1 - category,
    ms: Number.POSITIVE_INFINITY,
  }));
  const consistency = consistencyOf(fit, answered.length, ruleOf(limits));
  return { ...fit, verdict: refusalOf(raw, acquiescence, consistency) ?? consistency };
}
