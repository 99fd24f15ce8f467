import type { Definition, Item } from '../types.ts';
import { drawCategory, drawPerson, normal, tap } from './person.ts';

/** The raw category a taker gives to an item at a step (0-based) of the test. */
export type Choose = (item: Item, step: number) => number;
export type Taker = (definition: Definition, random: () => number) => Choose;

/**
 * How real people differ from the model's, as 19,718 public Big-Five answers show (fixtures/big5_fit.json): how far
 * apart they hold the categories (SD of its logarithm), a reading of their own of each item (SD on the logit), the
 * share who draw from one distribution of their own, and the share who answer a random part of the items so.
 */
export const REAL = { spread: 0.314, reading: 0.25, careless: 0.036, partly: 0.0095 } as const;

const draw = (shares: readonly number[], random: () => number): number => {
  let left = random();
  const found = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return found < 0 ? shares.length - 1 : found;
};

const even = ({ categories }: Definition, random: () => number): number => Math.floor(random() * categories);
const other = (category: number, { categories }: Definition, random: () => number): number =>
  (category + 1 + Math.floor(random() * (categories - 1))) % categories;

/** Everybody from one unknown distribution of categories, Dirichlet(1). */
const ownDistribution: Taker = ({ categories }, random) => {
  const weights = Array.from({ length: categories }, () => -Math.log(1 - random()));
  const sum = weights.reduce((a, b) => a + b);
  const shares = weights.map((weight) => weight / sum);
  return () => draw(shares, random);
};

export const honest: Taker = (definition, random) => {
  const person = drawPerson(definition, random);
  return (item) => tap(definition, item, person, random);
};

/** Somebody who reads every item, with a person's own spread and readings. */
export const reader: Taker = (definition, random) => {
  const person = drawPerson(definition, random);
  const spread = Math.exp(REAL.spread * normal(random));
  return (item) => {
    if (!item.b.length) return even(definition, random);
    const style = item.key * definition.acquiescence * person.at(-1)!;
    const z = person[item.facet]! + (style + REAL.reading * normal(random)) / item.a;
    const coded = drawCategory({ a: item.a, b: item.b.map((b) => b * spread) }, z, random);
    return item.key > 0 ? coded : definition.categories - 1 - coded;
  };
};

/** Anybody: mostly readers, a few who do not read, a few who stop reading. */
export const anybody: Taker = (definition, random) => {
  if (random() < REAL.careless) return ownDistribution(definition, random);
  const read = random() < REAL.partly ? random() : 1;
  const choose = reader(definition, random);
  return (item, step) => (random() < read ? choose(item, step) : even(definition, random));
};

/** One category throughout but for `odd` answers, at steps of their own. */
const nearStraight =
  (odd: number): Taker =>
  (definition, random) => {
    const category = even(definition, random);
    const steps = new Set<number>();
    while (steps.size < odd) steps.add(2 + Math.floor(random() * 9));
    return (_, step) => (steps.has(step) ? other(category, definition, random) : category);
  };

const pattern =
  (...categories: number[]): Taker =>
  () =>
  (_, step) =>
    categories[step % categories.length]!;
const shares =
  (...parts: number[]): Taker =>
  (_, random) =>
  () =>
    draw(parts, random);

/** Ways of answering without reading, for five categories. */
export const carelessTakers: Record<string, Taker> = {
  random: (definition, random) => () => even(definition, random),
  randomMiddling: shares(0.08, 0.22, 0.4, 0.22, 0.08),
  randomExtreme: shares(0.35, 0.12, 0.06, 0.12, 0.35),
  mostlyYes: shares(0.02, 0.03, 0.1, 0.35, 0.5),
  ownDistribution,
  allButOne: nearStraight(1),
  allButTwo: nearStraight(2),
  allButThree: nearStraight(3),
  turns: pattern(2, 3),
  ends: pattern(0, 4),
  rounds: pattern(0, 1, 2, 3, 4),
  zigzag: pattern(0, 1, 2, 3, 4, 3, 2, 1),
  blocks: () => (_, step) => Math.floor(step / 5) % 5,
  halfRandom: (definition, random) => {
    const choose = honest(definition, random);
    return (item, step) => (step < 10 ? choose(item, step) : even(definition, random));
  },
  everyOtherRandom: (definition, random) => {
    const choose = honest(definition, random);
    return (item, step) => (random() < 0.5 ? choose(item, step) : even(definition, random));
  },
  halfStraight: (definition, random) => {
    const choose = honest(definition, random);
    const category = even(definition, random);
    return (item, step) => (step < 10 ? choose(item, step) : category);
  },
};
