import { missingCodeAt, refuseMissingCodes } from '../codes.ts';
import { chiSquareTail } from '../numerics/gamma.ts';
import { type EffectClass, etsClass, jodoinGierlClass, worse } from './classes.ts';
import { type Stratified, stratify } from './mantel.ts';
import { fitOrdinal } from './ordinal.ts';
import { readGroups, readResponses, restScores, type Sheet } from './sheet.ts';
import { countTable, joinStrata, overlaps, type Table } from './table.ts';

/** More different matching values than this are cut into 20 strata for Mantel, Liu–Agresti and SMD. */
const DISCRETE = 200;
const STRATA = 20;
/** Scores that few people share are cut into strata of at least so many, if that gives five. */
const STRATUM = 10;
const FEWEST_STRATA = 5;
const MOST_ROUNDS = 10;
/** One person is no group: nothing is said of it by a class. */
const LEAST_COMPARED = 2;

/**
 * What one item shows; χ² compare ordinal logistic models: 1 matching, 2 and group, 3 and their product.
 * A figure is null where nothing was compared: everybody answered alike, or the groups share no standing.
 */
export interface ItemDif extends Omit<Stratified, 'compared'> {
  /** people counted */
  n: number;
  /** 1 → 2, one degree of freedom */
  uniformChi2: number | null;
  uniformP: number | null;
  /** 2 → 3, one degree of freedom */
  nonuniformChi2: number | null;
  nonuniformP: number | null;
  /** 1 → 3, two degrees of freedom */
  bothChi2: number | null;
  bothP: number | null;
  /** pseudo-R² of model 3 (and of model 2) above model 1's */
  mcfaddenChange: number | null;
  mcfaddenUniformChange: number | null;
  nagelkerkeChange: number | null;
  /** log odds ratio of the focal group in model 2, above 0 when it answers higher at equal standing */
  groupEffect: number | null;
  mantelP: number | null;
  ets: EffectClass | null;
  jodoinGierl: EffectClass | null;
  /** the worse of the two; null unless both could be given */
  class: EffectClass | null;
  /** false where nothing was compared, or a fit stopped short of its maximum */
  converged: boolean;
}

export interface DifOptions {
  /**
   * the standing people are matched on (an EAP, say), one a person, null for none; without it the raw total of
   * complete rows
   */
  matching?: readonly (number | null)[];
  /** leave items of class B and C out of the total and repeat until the same ones come out */
  purify?: boolean;
}

const UNCOMPARED = {
  ...{
    uniformChi2: null,
    uniformP: null,
    nonuniformChi2: null,
    nonuniformP: null,
    bothChi2: null,
    bothP: null,
  },
  ...{ mcfaddenChange: null, mcfaddenUniformChange: null, nagelkerkeChange: null, groupEffect: null },
  ...{ mantel: null, mantelP: null, liuAgresti: null, smd: null, smdStandardised: null },
  ...{ ets: null, jodoinGierl: null, class: null, converged: false },
};

/** People of equal standing side by side. A given score that hardly two share is cut into ranges. */
function strataOf(table: Table, given: boolean): Stratified {
  if (table.x.length > DISCRETE) return stratify(joinStrata(table, STRATA));
  const exact = stratify(table);
  const parts = Math.min(STRATA, Math.floor(table.n / STRATUM));
  const alone = exact.compared[0] + exact.compared[1] < table.n / 2;
  return given && alone && parts >= FEWEST_STRATA ? stratify(joinStrata(table, parts)) : exact;
}

function difOf(sheet: Sheet, item: number, matching: Float64Array, given: boolean): ItemDif {
  const table = countTable(sheet.columns[item]!, sheet.group, matching);
  if (table.categories < 2 || !overlaps(table)) return { n: table.n, ...UNCOMPARED };
  const [none, one, two, three] = ([0, 1, 2, 3] as const).map((q) => fitOrdinal(table, q));
  const change = (a: number, b: number) => Math.max(0, 2 * (b - a));
  const uniformChi2 = change(one!.logLik, two!.logLik);
  const nonuniformChi2 = change(two!.logLik, three!.logLik);
  const bothChi2 = change(one!.logLik, three!.logLik);
  const null2 = -2 * none!.logLik;
  const coxSnell = (chi2: number) => 1 - Math.exp(-chi2 / table.n);
  const explained = (logLik: number) => coxSnell(null2 + 2 * logLik) / coxSnell(null2);
  const { compared, ...strata } = strataOf(table, given);
  const bothP = chiSquareTail(bothChi2, 2);
  const mantelP = strata.mantel === null ? null : chiSquareTail(strata.mantel, 1);
  const nagelkerkeChange = explained(three!.logLik) - explained(one!.logLik);
  const judged = Math.min(...compared) >= LEAST_COMPARED;
  const ets = judged && mantelP !== null ? etsClass(mantelP, strata.smdStandardised!) : null;
  const jodoinGierl = judged ? jodoinGierlClass(bothP, nagelkerkeChange) : null;
  return {
    n: table.n,
    uniformChi2,
    uniformP: chiSquareTail(uniformChi2, 1),
    nonuniformChi2,
    nonuniformP: chiSquareTail(nonuniformChi2, 1),
    bothChi2,
    bothP,
    mcfaddenChange: bothChi2 / null2,
    mcfaddenUniformChange: uniformChi2 / null2,
    nagelkerkeChange,
    groupEffect: two!.beta[1]!,
    mantelP,
    ...strata,
    ets,
    jodoinGierl,
    class: worse(ets, jodoinGierl),
    converged: one!.converged && two!.converged && three!.converged,
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
  refuseMissingCodes(responses);
  const sheet: Sheet = { ...readResponses(responses), group: readGroups(group, responses.length) };
  const items = sheet.columns.map((_, item) => item);
  if (matching) {
    if (purify) throw new RangeError('purify: only with the raw total, not with matching');
    if (matching.length !== responses.length) throw new RangeError('matching: one number a person');
    // A sum of 9 beside sums up to 4 is nothing odd; a 99 is.
    const wrong = missingCodeAt(matching.map((value) => (value === 8 || value === 9 ? null : value)));
    if (wrong >= 0) {
      throw new RangeError(
        `matching[${wrong}]: ${matching[wrong]} is far from the others; a missing score is null`,
      );
    }
    const given = Float64Array.from(matching, (value) => value ?? Number.NaN);
    return { items: items.map((item) => difOf(sheet, item, given, true)) };
  }
  let left = new Set<number>();
  const seen = new Set<string>();
  for (let round = 1; ; round++) {
    const results = items.map((item) => difOf(sheet, item, restScores(sheet, left, item), false));
    const found = items.filter((item) => (results[item]!.class ?? 'A') !== 'A');
    const name = found.join();
    // With every item suspect nothing is left to match on; a set seen before would only go in circles.
    const done = !purify || seen.has(name) || found.length === items.length || round === MOST_ROUNDS;
    if (done) return { items: results };
    seen.add(name);
    left = new Set(found);
  }
}
