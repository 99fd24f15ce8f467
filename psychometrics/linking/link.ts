import { atLeast, type Curve } from '../model.ts';

/** θ on the old metric = slope · θ on the new one + shift; so a becomes a / slope, b becomes slope · b + shift. */
export interface Link {
  slope: number;
  shift: number;
}

/** A calibrated item, with standard errors if it has them. */
export interface Linkable extends Curve {
  seA?: number;
  seB?: readonly number[];
}

/** Puts items on the other metric, standard errors with them. */
export function applyLink<T extends Linkable>(items: readonly T[], { slope, shift }: Link): T[] {
  return items.map((item) => ({
    ...item,
    a: item.a / slope,
    b: item.b.map((b) => slope * b + shift),
    ...(item.seA === undefined ? {} : { seA: item.seA / slope }),
    ...(item.seB === undefined ? {} : { seB: item.seB.map((se) => slope * se) }),
  }));
}

/** Throws RangeError unless both lists have the same items, with the same number of categories. */
function checkAnchors(from: readonly Curve[], to: readonly Curve[]): void {
  if (!from.length || from.length !== to.length) {
    throw new RangeError(`${from.length} items to link to ${to.length}: both need the same anchor items`);
  }
  from.forEach(({ b }, i) => {
    if (b.length !== to[i]!.b.length)
      throw new RangeError(`anchor item ${i} has another number of categories`);
  });
}

function moments(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length) };
}

/** Mean–sigma linking (Marco, 1977): mean and SD of all the anchors' thresholds are made equal. */
export function meanSigma(from: readonly Curve[], to: readonly Curve[]): Link {
  checkAnchors(from, to);
  const old = moments(to.flatMap(({ b }) => b));
  const fresh = moments(from.flatMap(({ b }) => b));
  if (!(fresh.sd > 0 && old.sd > 0)) throw new RangeError('the anchors need thresholds that differ');
  const slope = old.sd / fresh.sd;
  return { slope, shift: old.mean - slope * fresh.mean };
}

/** Expected test score at θ and its slope. */
function expectedScore(items: readonly Curve[], theta: number): { score: number; slope: number } {
  let score = 0;
  let slope = 0;
  for (const item of items) {
    for (let k = 1; k <= item.b.length; k++) {
      const p = atLeast(item, k, theta);
      score += p;
      slope += item.a * p * (1 - p);
    }
  }
  return { score, slope };
}

/**
 * Stocking–Lord linking (1983): the link that makes the anchors' expected test scores agree best, in squares weighted
 * by the standard normal on 61 nodes of [−6, 6] of the old metric. Gauss–Newton from the mean–sigma link.
 */
export function stockingLord(from: readonly Curve[], to: readonly Curve[]): Link & { converged: boolean } {
  let { slope, shift } = meanSigma(from, to);
  const nodes = Array.from({ length: 61 }, (_, q) => {
    const theta = q / 5 - 6;
    return { theta, weight: Math.exp((-theta * theta) / 2), score: expectedScore(to, theta).score };
  });
  const loss = (m: number, c: number) =>
    nodes.reduce(
      (sum, { theta, weight, score }) =>
        sum + weight * (score - expectedScore(from, (theta - c) / m).score) ** 2,
      0,
    );
  let least = loss(slope, shift);
  for (let step = 0; step < 100; step++) {
    let [gm, gc, mm, mc, cc] = [0, 0, 0, 0, 0];
    for (const { theta, weight, score } of nodes) {
      const own = (theta - shift) / slope;
      const at = expectedScore(from, own);
      const byC = -at.slope / slope;
      const byM = own * byC;
      const missing = weight * (score - at.score);
      gm += missing * byM;
      gc += missing * byC;
      mm += weight * byM * byM;
      mc += weight * byM * byC;
      cc += weight * byC * byC;
    }
    const determinant = mm * cc - mc * mc;
    let dm = (cc * gm - mc * gc) / determinant;
    let dc = (mm * gc - mc * gm) / determinant;
    const length = Math.max(Math.abs(dm), Math.abs(dc));
    if (length < 1e-10) return { slope, shift, converged: true };
    let next = Number.POSITIVE_INFINITY;
    for (let halvings = 0; halvings < 30; halvings++) {
      if (slope + dm > 0) next = loss(slope + dm, shift + dc);
      if (next <= least) break;
      dm /= 2;
      dc /= 2;
    }
    if (!(next <= least)) return { slope, shift, converged: length < 1e-6 };
    slope += dm;
    shift += dc;
    least = next;
  }
  return { slope, shift, converged: false };
}

/**
 * How far each linked anchor is from its old curve: the root mean squared difference of expected item scores under
 * N(0, 1), as share of the item's score range. Anchors above about .05 have drifted and should not carry the link.
 */
export function drift(linked: readonly Curve[], to: readonly Curve[]): number[] {
  checkAnchors(linked, to);
  return linked.map((item, i) => {
    let sum = 0;
    let mass = 0;
    // Steep curves differ between the nodes of a coarse grid.
    const steepest = Math.max(Math.abs(item.a), Math.abs(to[i]!.a));
    const nodes = 60 * Math.max(1, Math.min(500, Math.ceil(steepest / 10)));
    for (let q = 0; q <= nodes; q++) {
      const theta = (12 * q) / nodes - 6;
      const weight = Math.exp((-theta * theta) / 2);
      const apart = expectedScore([item], theta).score - expectedScore([to[i]!], theta).score;
      sum += weight * apart * apart;
      mass += weight;
    }
    return Math.sqrt(sum / mass) / item.b.length;
  });
}
