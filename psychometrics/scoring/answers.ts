import type { Answer, Definition, Item } from '../types.ts';

/** Answers in served order, one an item, split for the engine. */
export interface Sheet {
  /** the last answer to each item, at the position of the first */
  served: { item: Item; answer: Answer }[];
  /** the scored ones, with reverse-coded categories beside them */
  items: Item[];
  responses: number[];
}

const indexes = new WeakMap<Definition, Map<string, Item>>();

/** Throws RangeError for an item the definition does not have, or a category outside 0 … categories − 1. */
export function readAnswers(definition: Definition, answers: readonly Answer[]): Sheet {
  const { categories } = definition;
  let index = indexes.get(definition);
  if (!index) {
    index = new Map(definition.items.map((item) => [item.id, item]));
    indexes.set(definition, index);
  }
  const last = new Map<string, Answer>();
  for (const answer of answers) last.set(answer.item, answer);
  const sheet: Sheet = { served: [], items: [], responses: [] };
  for (const [id, answer] of last) {
    const item = index.get(id);
    const { category } = answer;
    if (!item) throw new RangeError(`no item ${id}`);
    if (!(Number.isInteger(category) && category >= 0 && category < categories)) {
      throw new RangeError(`no category ${category}`);
    }
    sheet.served.push({ item, answer });
    if (item.pretest) continue;
    sheet.items.push(item);
    sheet.responses.push(item.key > 0 ? category : categories - 1 - category);
  }
  return sheet;
}
