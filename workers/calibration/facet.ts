import {
  type Calibration,
  calibrate,
  type CalibratedItem as Fitted,
  type Style,
} from '../../psychometrics/calibration/calibrate.ts';
import { type CurveDistance, curveDistances } from '../../psychometrics/fit/rmsd.ts';
import { marginalReliability } from '../../psychometrics/reliability/information.ts';
import { reliability } from '../../psychometrics/reliability/reliability.ts';
import type { Definition, Item } from '../../psychometrics/types.ts';
import type { CalibratedFacet, CalibratedItem } from '../contract/science.ts';
import { isAnchor, LEAST_ANCHORS, type Linked, linkToRunning } from './anchors.ts';

/** Fewest answers to an item, and to each of its categories, before its parameters are estimated. */
const LEAST_ANSWERS = 200;
const LEAST_A_CATEGORY = 3;

export type Answers = (number | null)[][];

export interface FacetResult {
  report: CalibratedFacet;
  items: CalibratedItem[];
  /**
   * The calibrated items' columns in the definition, and their parameters on this sample's own metric, N(0, 1), in one
   * dimension: the ruler for fit, Σ and DIF.
   */
  columns: number[];
  own: Fitted[];
  /** The same items with response style in the model, as they are proposed. */
  styled: { items: Fitted[]; style: Style } | null;
}

interface Facet {
  definition: Definition;
  index: number;
  rows: readonly Int8Array[];
}

const given = (row: Int8Array, column: number): number | null => {
  const category = row[column] ?? -1;
  return category < 0 ? null : category;
};

/** A column an item, null not answered; everybody, so that rows of different facets are the same people. */
export const answersOf = (rows: readonly Int8Array[], columns: readonly number[]): Answers =>
  rows.map((row) => columns.map((column) => given(row, column)));

/** Refits one facet's items and puts them on the running metric. Items too few answered are reported without. */
export function calibrateFacet({ definition, index, rows }: Facet): FacetResult {
  const { items, categories } = definition;
  const facet = definition.facets[index] ?? '';
  const all = items.flatMap((item, column) =>
    item.facet === index ? [{ item, column, counts: countsOf(rows, column, categories) }] : [],
  );
  const chosen = all.filter(({ counts }) => enough(counts));
  const n = rows.filter((row) => all.some(({ column }) => given(row, column) !== null)).length;
  if (chosen.filter(({ item }) => isAnchor(item, categories)).length < LEAST_ANCHORS) {
    const none = { converged: false, cycles: 0, logLik: null, link: null };
    return {
      report: { facet, n, ...none, marginalReliability: null, alpha: null },
      items: all.map(({ item, counts }) => reportOf(item, facet, total(counts))),
      ...{ columns: [], own: [], styled: null },
    };
  }
  const columns = chosen.map(({ column }) => column);
  const answers = answersOf(rows, columns).filter((row) => row.some((category) => category !== null));
  const line = calibrate(answers);
  const own = line.items;
  const styled = withStyle(definition, chosen, answers);
  const fitted = styled?.calibration ?? line;
  const distances = curveDistances(own, answers);
  const refitted = chosen.flatMap(({ item, column }, i) => {
    const one = fitted.items[i];
    return one ? [{ item, column, own: one }] : [];
  });
  const { link, items: linked } = linkToRunning(refitted, categories);
  return {
    report: {
      ...{ facet, n, cycles: fitted.cycles, logLik: fitted.logLik },
      converged: line.converged && fitted.converged,
      link: { slope: link.slope, shift: link.shift },
      marginalReliability: marginalReliability(own),
      alpha: alphaOf(answers),
    },
    items: all.map(({ item, column, counts }) => {
      const at = columns.indexOf(column);
      return reportOf(item, facet, total(counts), linked[at], distances[at]);
    }),
    ...{ columns, own },
    styled: styled && { items: styled.calibration.items, style: styled.style },
  };
}

/** Enough for a facet's few items, a third of the time. */
const STYLE_NODES = 31;

/** The parameters as scores use them: with response style, of the loading that scores assume, in the model. */
function withStyle(
  { acquiescence: loading }: Definition,
  chosen: readonly { item: Item }[],
  answers: Answers,
): { calibration: Calibration; style: Style } | null {
  if (!loading) return null;
  const style = { loading, keys: chosen.map(({ item }) => item.key) };
  return { calibration: calibrate(answers, { nodes: STYLE_NODES, style }), style };
}

function countsOf(rows: readonly Int8Array[], column: number, categories: number): number[] {
  const counts = Array<number>(categories).fill(0);
  for (const row of rows) {
    const category = given(row, column);
    if (category !== null) counts[category] = (counts[category] ?? 0) + 1;
  }
  return counts;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const enough = (counts: readonly number[]): boolean =>
  total(counts) >= LEAST_ANSWERS && counts.every((count) => count >= LEAST_A_CATEGORY);

function reportOf(
  { id, key, pretest, a, b }: Item,
  facet: string,
  n: number,
  linked?: Linked,
  distance?: CurveDistance,
): CalibratedItem {
  const fresh = linked && determined(linked.fresh) ? linked.fresh : null;
  return {
    item: id,
    facet,
    key: key === 1 ? '+' : '-',
    role: pretest ? 'pretest' : 'scored',
    n,
    fresh: fresh ? { a: fresh.a, b: fresh.b, seA: fresh.seA, seB: fresh.seB } : null,
    running: b.length > 0 ? { a, b: [...b] } : null,
    change:
      fresh && linked?.drift != null
        ? { a: fresh.a - a, b: mean(fresh.b) - mean(b), drift: linked.drift }
        : null,
    anchor: linked?.anchor ?? false,
    fit: distance ? { rmsd: distance.rmsd, md: distance.md } : null,
  };
}

/** Standard errors are not numbers where the data do not determine the item. */
const determined = ({ a, b, seA, seB }: Fitted): boolean => [a, seA, ...b, ...seB].every(Number.isFinite);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

// Where two items were never answered together there is no alpha of all pairs.
function alphaOf(answers: Answers): number | null {
  try {
    return reliability(answers).alpha;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
