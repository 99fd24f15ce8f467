import { estimateMap, type MapEstimate } from '../estimation/map.ts';
import { readAnswers, type Sheet } from '../scoring/answers.ts';
import { composite } from '../scoring/composite.ts';
import type { Definition, Item, Progress, Session } from '../types.ts';
import { adapt } from './adapt.ts';
import { draw } from './random.ts';
import { selectItem } from './select.ts';
import { certainty, stopReason } from './stop.ts';

const SAME_KEY_RUN = 2;
/** Steps (0-based) at which the pretest item falls due; with one step's delay still before the shortest minimum. */
const PRETEST_FIRST = 3;
const PRETEST_SPAN = 8;
/** Draws for the pretest item, apart from the steps of a test. */
const PRETEST_ITEM = -1;
const PRETEST_STEP = -2;

const firsts = new WeakMap<Definition, Item>();

/** The first question, the same for everybody: the scored "+" item that tells most about the axis at the prior. */
export function firstItem(definition: Definition): Item {
  let first = firsts.get(definition);
  if (!first) {
    const plain = (item: Item) => item.key > 0 && !item.pretest;
    const chosen = selectItem(definition, estimateMap(definition, [], []), plain, 0);
    if (!chosen) throw new RangeError('no scored "+" item to begin with');
    first = chosen;
    firsts.set(definition, first);
  }
  return first;
}

/** The scored or pretest item to ask; after two reverse-keyed ones in a row, pretest or not, only a "+" item. */
function nextItem(definition: Definition, sheet: Sheet, estimate: MapEstimate, seed: string): Item | null {
  const { served, items } = sheet;
  const step = served.length;
  if (!step) return firstItem(definition);
  const plusOnly = step >= SAME_KEY_RUN && served.slice(-SAME_KEY_RUN).every(({ item }) => item.key < 0);
  const tested = served.some(({ item }) => item.pretest);
  if (!tested && step >= PRETEST_FIRST + Math.floor(draw(seed, PRETEST_STEP) * PRETEST_SPAN)) {
    const waiting = definition.items.filter((item) => item.pretest);
    const trial = waiting[Math.floor(draw(seed, PRETEST_ITEM) * waiting.length)];
    if (trial && !(plusOnly && trial.key < 0)) return trial;
  }
  return adapt(definition, estimate, items, { plusOnly, luck: draw(seed, step) });
}

/**
 * Where a session stands and what to ask now: a pure function of its arguments, so that a replay anywhere agrees.
 * It depends on the answers there are and the order served, not on how they came: an earlier answer may change,
 * and a finished 'default' session goes on when its mode becomes 'precise'. Throws RangeError as `readAnswers`.
 */
export function progress(definition: Definition, { seed, mode, answers }: Session): Progress {
  const sheet = readAnswers(definition, answers);
  const estimate = estimateMap(definition, sheet.items, sheet.responses);
  const axis = composite(definition.weights, estimate);
  const rule = definition.modes[mode];
  const count = sheet.items.length;
  const reason = stopReason(rule, count, axis.se);
  const next = reason ? null : nextItem(definition, sheet, estimate, seed);
  return {
    next: next?.id ?? null,
    finished: !next,
    stop: reason ?? (next ? null : 'max'),
    axis,
    answered: sheet.served.length,
    certainty: certainty(rule, count, axis.se),
  };
}
