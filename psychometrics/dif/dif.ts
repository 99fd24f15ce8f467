import { chiSquareTail } from '../numerics/gamma.ts';
import { type EffectClass, etsClass, jodoinGierlClass, worse } from './classes.ts';
import { type Stratified, stratify } from './mantel.ts';
import { fitOrdinal } from './ordinal.ts';
import { readGroups, readResponses, restScores, type Sheet } from './sheet.ts';
import { countTable, joinStrata } from './table.ts';

/** More different matching values than this are cut into 20 strata for Mantel, Liu–Agresti and SMD. */
const DISCRETE = 200;
const STRATA = 20;
const MOST_ROUNDS = 10;

/** What one item shows; χ² compare ordinal logistic models: 1 matching, 2 and group, 3 and their product. */
export interface ItemDif extends Stratified {
  /** people counted */
  n: number;
  /** 1 → 2, one degree of freedom */
  uniformChi2: number;
  uniformP: number;
  /** 2 → 3, one degree of freedom */
  nonuniformChi2: number;
  nonuniformP: number;
  /** 1 → 3, two degrees of freedom */
  bothChi2: number;
  bothP: number;
  /** pseudo-R² of model 3 (and of model 2) above model 1's */
  mcfaddenChange: number;
  mcfaddenUniformChange: number;
  nagelkerkeChange: number;
  /** log odds ratio of the focal group in model 2, above 0 when it answers higher at equal standing */
  groupEffect: number;
  mantelP: number;
  ets: EffectClass;
  jodoinGierl: EffectClass;
  /** the worse of the two */
  class: EffectClass;
  /** false where nothing varies, or a fit stopped short of its maximum */
  converged: boolean;
}

export interface DifOptions {
  /** the standing people are matched on (an EAP, say), one a person; without it the raw total of complete rows */
  matching?: readonly number[];
  /** leave items of class B and C out of the total and repeat until the same ones come out */
  purify?: boolean;
}

function difOf(sheet: Sheet, item: number, matching: Float64Array): ItemDif {
  const table = countTable(sheet.columns[item]!, sheet.group, matching);
  const [none, one, two, three] = ([0, 1, 2, 3] as const).map((q) => fitOrdinal(table, q));
  const change = (a: number, b: number) => Math.max(0, 2 * (b - a));
  const uniformChi2 = change(one!.logLik, two!.logLik);
  const nonuniformChi2 = change(two!.logLik, three!.logLik);
  const bothChi2 = change(one!.logLik, three!.logLik);
  const null2 = -2 * none!.logLik;
  const coxSnell = (chi2: number) => 1 - Math.exp(-chi2 / table.n);
  const explained = (logLik: number) => coxSnell(null2 + 2 * logLik) / coxSnell(null2);
  const varies = null2 > 0;
  const strata = stratify(table.x.length > DISCRETE ? joinStrata(table, STRATA) : table);
  const bothP = chiSquareTail(bothChi2, 2);
  const mantelP = chiSquareTail(strata.mantel, 1);
  const nagelkerkeChange = varies ? explained(three!.logLik) - explained(one!.logLik) : 0;
  const ets = etsClass(mantelP, strata.smdStandardised);
  const jodoinGierl = jodoinGierlClass(bothP, nagelkerkeChange);
  const finite = (value: number) => (Number.isFinite(value) ? value : 0);
  return {
    n: table.n,
    uniformChi2,
    uniformP: chiSquareTail(uniformChi2, 1),
    nonuniformChi2,
    nonuniformP: chiSquareTail(nonuniformChi2, 1),
    bothChi2,
    bothP,
    mcfaddenChange: varies ? bothChi2 / null2 : 0,
    mcfaddenUniformChange: varies ? uniformChi2 / null2 : 0,
    nagelkerkeChange,
    groupEffect: two!.beta[1]!,
    mantel: finite(strata.mantel),
    mantelP,
    liuAgresti: Number.isFinite(strata.liuAgresti) ? strata.liuAgresti : 1,
    smd: finite(strata.smd),
    smdStandardised: finite(strata.smdStandardised),
    ets,
    jodoinGierl,
    class: worse(ets, jodoinGierl),
    converged: varies && one!.converged && two!.converged && three!.converged,
  };
}

/**
 * Differential item functioning of every item between two groups (0 reference, 1 focal).
 * `responses`: a row a person, 0-based categories already reverse-coded, null = missing. Matched on the raw total
 * (the item itself included), only complete rows count; sparse data need `matching`.
 * Cutpoints are common to the groups: a slope that flattens about the item's own middle spreads the answers too,
 * and the two can cancel. `likelihoodRatioDif` sees that.
 * Throws RangeError naming what does not fit.
 */
export function difAnalysis(
  responses: readonly (readonly (number | null)[])[],
  group: readonly number[],
  { matching, purify = false }: DifOptions = {},
): { items: ItemDif[] } {
  const sheet: Sheet = { ...readResponses(responses), group: readGroups(group, responses.length) };
  const items = sheet.columns.map((_, item) => item);
  if (matching) {
    if (purify) throw new RangeError('purify: only with the raw total, not with matching');
    if (matching.length !== responses.length) throw new RangeError('matching: one number a person');
    const given = Float64Array.from(matching);
    return { items: items.map((item) => difOf(sheet, item, given)) };
  }
  let left = new Set<number>();
  const seen = new Set<string>();
  for (let round = 1; ; round++) {
    const results = items.map((item) => difOf(sheet, item, restScores(sheet, left, item)));
    const found = items.filter((item) => results[item]!.class !== 'A');
    const name = found.join();
    // With every item suspect nothing is left to match on; a set seen before would only go in circles.
    const done = !purify || seen.has(name) || found.length === items.length || round === MOST_ROUNDS;
    if (done) return { items: results };
    seen.add(name);
    left = new Set(found);
  }
}
