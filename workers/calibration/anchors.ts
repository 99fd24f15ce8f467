import type { CalibratedItem as Fitted } from '../../psychometrics/calibration/calibrate.ts';
import { applyLink, drift, type Link, stockingLord } from '../../psychometrics/linking/link.ts';
import type { Item } from '../../psychometrics/types.ts';

/** Fewest items that carry a link; an anchor whose curve moved further than this carries none. */
export const LEAST_ANCHORS = 3;
const DRIFTED = 0.05;

/** An item refitted: `own` on the metric of the sample, N(0, 1). */
export interface Refitted {
  column: number;
  item: Item;
  own: Fitted;
}

export interface Linked extends Refitted {
  /** On the running metric. */
  fresh: Fitted;
  /** Carried the link. */
  anchor: boolean;
  /** Distance from the running curve, as share of the item's range; null for an item that has none. */
  drift: number | null;
}

/** May carry a link: scored, with running parameters for every category. */
export const isAnchor = ({ pretest, b }: Item, categories: number): boolean =>
  !pretest && b.length === categories - 1;

/**
 * Puts refitted items on the running metric (Stocking–Lord) by the anchors that agree: the one furthest from its
 * running curve is dropped until none has drifted or only as few are left as a link needs.
 */
export function linkToRunning(
  refitted: readonly Refitted[],
  categories: number,
): { link: Link; items: Linked[] } {
  let anchors = refitted.filter(({ item }) => isAnchor(item, categories));
  for (;;) {
    const link = stockingLord(
      anchors.map(({ own }) => own),
      anchors.map(({ item }) => item),
    );
    const placed = refitted.map((one): Linked => {
      const [fresh] = applyLink([one.own], link);
      const comparable = fresh && one.item.b.length === fresh.b.length;
      const [apart] = comparable ? drift([fresh], [one.item]) : [];
      return { ...one, fresh: fresh ?? one.own, anchor: anchors.includes(one), drift: apart ?? null };
    });
    const carrying = placed.filter(({ anchor }) => anchor);
    const worst = carrying.reduce((a, b) => ((b.drift ?? 0) > (a.drift ?? 0) ? b : a));
    if (anchors.length <= LEAST_ANCHORS || (worst.drift ?? 0) <= DRIFTED) return { link, items: placed };
    anchors = anchors.filter(({ column }) => column !== worst.column);
  }
}
